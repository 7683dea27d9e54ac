import type { LiveState, renderLiveComment } from '../../core/report/live/live-comment.ts';
import { isProgressDue } from '../../core/report/live/progress-due.ts';
import type { Progress } from '../../core/report/live/progress.ts';
import { withStamp } from '../../core/report/markdown/run-stamp.ts';
import type { RunStamp } from '../../core/report/markdown/run-stamp.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { Published, Review } from '../../ports/review.ts';

/** Which comment, and for which run. */
export type LiveCommentOptions = {
  readonly review: Review;
  readonly clock: Clock;
  readonly log: Log;
  readonly marker: string;
  readonly pullRequest: number;
  /** The head commit that this run checks. */
  readonly head: string;
  /** GITHUB_RUN_ID and its attempt; null outside of a workflow. */
  readonly run: string | null;
  readonly attempt: string;
};

/**
 * The one comment of a pull request during a run: queued, progress, verdict, or superseded by a newer head. Only one
 * text is being written at a time. If it is disposed before there was a verdict, it says that there will be none.
 */
export class LiveComment implements RunObserver, AsyncDisposable {
  readonly #of: LiveCommentOptions;
  #state: 'silent' | 'live' | 'over' = 'silent';
  #progress: Progress | null = null;
  #underWay: Promise<unknown> | null = null;
  #texts = 0;
  #progressWritten = 0;
  #lastAt = 0;

  constructor(of: LiveCommentOptions) {
    this.#of = of;
  }

  async planned(progress: Progress): Promise<void> {
    if (progress.questions.length === 0) return;
    this.#progress = progress;
    this.#state = 'live';
    await this.#write({ kind: 'queued', progress });
  }

  progressed(progress: Progress): void {
    this.#progress = progress;
    const sinceLastMs = this.#of.clock.now() - this.#lastAt;
    if (this.#state !== 'live' || this.#underWay !== null) return;
    if (!isProgressDue({ sinceLastMs, written: this.#progressWritten })) return;
    this.#progressWritten += 1;
    void this.#write({ kind: 'running', progress });
  }

  /** The verdict is the last text. Like every other text it is written only if it is its turn. */
  async end({ body, create }: { readonly body: string; readonly create: boolean }): Promise<Published> {
    const { review, log, pullRequest, marker } = this.#of;
    this.#state = 'over';
    await this.idle();
    const stamp: RunStamp = { ...this.#nextStamp(), state: 'done' };
    const turn = this.#turn(stamp, { isPassing: false, render: await loadRender() });
    const stamped = withStamp(body, stamp);
    const published = await review.comment({ pullRequest, marker, body: stamped, create, turn });
    if (published.kind === 'superseded') log.info(leftAlone);
    return published;
  }

  /** Returns once no text is being written. */
  async idle(): Promise<void> {
    await this.#underWay;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.idle();
    if (this.#state !== 'live' || this.#progress === null) return;
    await this.#write({ kind: 'ended', progress: this.#progress });
  }

  async #write(state: LiveState): Promise<void> {
    this.#lastAt = this.#of.clock.now();
    const stamp = this.#nextStamp();
    const writing = this.#post(state, stamp);
    this.#underWay = writing;
    await writing;
    this.#underWay = null;
  }

  async #post(state: LiveState, started: Omit<RunStamp, 'state'>): Promise<void> {
    const { review, clock, log, pullRequest, marker } = this.#of;
    try {
      if (state.kind === 'queued') await clock.sleep(headStartMs, new AbortController().signal);
      const render = await loadRender();
      const body = render(state, { marker, stamp: started });
      const stamp: RunStamp = { ...started, state: state.kind };
      const turn = this.#turn(stamp, { isPassing: state.kind !== 'ended', render });
      const published = await review.comment({ pullRequest, marker, body, create: true, turn });
      this.#heed(published);
    } catch (error) {
      // A bug of ours in the comment must not stop the run: the verdict is published in any case.
      log.warn(`the comment could not be updated: ${error instanceof Error ? error.message : ''}`);
      this.#state = 'over';
    }
  }

  #heed(published: Published): void {
    if (published.kind === 'published') return;
    this.#state = 'over';
    if (published.kind === 'superseded') this.#of.log.info(leftAlone);
    if (published.kind === 'failed') this.#of.log.warn(`the comment could not be updated: ${published.why}`);
  }

  #turn(
    stamp: RunStamp,
    { isPassing, render }: { readonly isPassing: boolean; readonly render: typeof renderLiveComment },
  ): NonNullable<Parameters<Review['comment']>[0]['turn']> {
    return {
      stamp,
      isPassing,
      superseded: (by) => render({ kind: 'superseded', by }, { marker: this.#of.marker, stamp }),
    };
  }

  #nextStamp(): Omit<RunStamp, 'state'> {
    const { head, run, attempt } = this.#of;
    this.#texts += 1;
    return { head, run: wholeOf(run), attempt: wholeOf(attempt), text: this.#texts };
  }
}

/** How much later than the first call the first text begins: what writes it takes long to load, on the same thread. */
const headStartMs = 200;

async function loadRender(): Promise<typeof renderLiveComment> {
  return (await import('../../core/report/live/live-comment.ts')).renderLiveComment;
}

const leftAlone =
  'The pull request has a newer commit or a newer run, so this run does not change the comment.';

function wholeOf(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
