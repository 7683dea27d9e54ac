import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Review } from '../../ports/review.ts';
import { githubReview } from '../../adapters/github/github-review.ts';
import { commentMarker } from '../../core/report/markdown/marker.ts';
import type { Progress } from '../../core/report/live/progress.ts';
import { seededRandom } from '../../core/statistics/seeded-random.ts';
import { LiveComment } from '../../pipeline/check/live-comment.ts';
import type { GithubDouble } from '../doubles/github-double.ts';

/** One run of a race: its final text, and its head. */
export type Racer = {
  readonly head: string;
  readonly run: number;
  readonly attempt: number;
  /** Index of the push that must come first; -1 starts at once. */
  readonly after: number;
  /** Killed after this many requests, without another word. */
  readonly killedAfter?: number;
};

/** A race on one pull request: heads pushed one by one while runs go on. */
export type Race = {
  readonly pullRequest: number;
  readonly seed: number;
  readonly racers: readonly Racer[];
  /** Pushed in this order, each at a random moment; the first is there from the start. */
  readonly heads: readonly string[];
  /** Makes the review for every writer of the comment; default: the real adapter. */
  readonly reviewOf?: (token: string) => Review;
};

/** The marker of every racing comment. */
export const raceMarker = commentMarker('race');

const repository = 'octo/repo';

/** What a racer's verdict says in its comment. */
export function verdictOf({ head, run, attempt }: Racer): string {
  return `verdict at ${head} of run ${run}, attempt ${attempt}`;
}

/** Lets the runs race to their ends. The seed decides which request is carried out or answered next. */
export async function race(github: GithubDouble, of: Race): Promise<void> {
  const random = seededRandom(of.seed);
  const gate = new Gate(github);
  const pushes = new Pushes((head) => github.push(of.pullRequest, head), of.heads, random);
  // Races come from runs that stall while others go on for a long time.
  const stall = random() < 0.75 ? 0.98 : 0.5;
  const going = new Map<Racer, Promise<void>>();
  for (;;) {
    const ready = of.racers.filter((racer) => racer.after < pushes.count && !going.has(racer));
    for (const racer of ready) going.set(racer, started({ github, gate, racer, of }));
    await gate.quiet();
    const held = gate.held();
    if (pushes.isDue(held.length > 0)) pushes.next();
    else if (held.length > 0) gate.release(pick(held, random, stall));
    else break;
  }
  const finishing = [...going].filter(([racer]) => !gate.isKilled(tokenOf(of, racer)));
  await Promise.all(finishing.map(async ([, ended]) => ended));
}

function tokenOf({ seed }: Race, { run, attempt }: Racer): string {
  return `run-${seed}-${run}-${attempt}`;
}

async function started(on: {
  readonly github: GithubDouble;
  readonly gate: Gate;
  readonly racer: Racer;
  readonly of: Race;
}): Promise<void> {
  const { gate, racer, of } = on;
  const token = tokenOf(of, racer);
  gate.enter(token, racer.killedAfter ?? Number.POSITIVE_INFINITY);
  const review =
    of.reviewOf?.(token) ?? githubReview({ repository, token, apiUrl: on.github.url, clock: clockOf() });
  await run({ ...of, racer, review });
  gate.leave(token);
}

/** The heads that are pushed while the runs go on. */
class Pushes {
  readonly #push: (head: string) => void;
  readonly #heads: readonly string[];
  readonly #random: () => number;
  #moments = 0;
  count = 0;

  constructor(push: (head: string) => void, heads: readonly string[], random: () => number) {
    this.#push = push;
    this.#heads = heads;
    this.#random = random;
    this.next();
  }

  /** Called at every moment. When no run has anything left to do, there is nothing to wait for. */
  isDue(isAnyoneGoing: boolean): boolean {
    this.#moments -= 1;
    return this.count < this.#heads.length && (this.#moments <= 0 || !isAnyoneGoing);
  }

  next(): void {
    const head = this.#heads[this.count];
    if (head !== undefined) this.#push(head);
    this.count += 1;
    // About as many moments as a run has: a push may come at any of them.
    this.#moments = 1 + Math.floor(this.#random() * 16);
  }
}

async function run(of: Race & { readonly racer: Racer; readonly review: Review }): Promise<void> {
  const { racer, review, pullRequest } = of;
  const clock = clockOf();
  const live = new LiveComment({
    review,
    clock,
    log: silent,
    marker: raceMarker,
    pullRequest,
    head: racer.head,
    run: String(racer.run),
    attempt: String(racer.attempt),
  });
  await live.planned(progressAt(0));
  // In every other race the runs are too short for a progress text.
  if (of.seed % 2 === 0) clock.pass(61_000);
  live.progressed(progressAt(1));
  const body = `${raceMarker}\n\n${verdictOf(racer)}\n`;
  await live.end({ body, create: true });
  await live[Symbol.asyncDispose]();
}

// The request that arrived last, or a random one.
function pick(held: readonly string[], random: () => number, stall: number): string {
  const last = held.at(-1) ?? '';
  return random() < stall ? last : (held[Math.floor(random() * held.length)] ?? last);
}

/** A clock that stands still except for the time that a test lets pass. Sleeping takes no time and never ends first. */
export function clockOf(): Clock & { pass(ms: number): void } {
  let now = 0;
  return {
    now: () => now,
    random: () => 0,
    // Beside the pause before the first text only the limit on waiting for a comment sleeps here, and it must not decide a
    // race.
    sleep: async (ms, signal) => {
      if (ms > 1000) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

/** Progress of a run of four cells. */
export function progressAt(done: number): Progress {
  const question = { spec: 'duration', model: 'openai/simulated', done, planned: 4, verdict: null };
  return { questions: [question], done, planned: 4, calls: done, usd: done / 100 };
}

/** A log that says nothing. */
const silent: Log = { info: () => {}, warn: () => {}, progress: () => {} };

/** Holds requests until the race picks them; each run has at most one request on its way. */
class Gate {
  readonly #held = new Map<string, () => void>();
  readonly #left = new Map<string, number>();
  #changed: () => void = () => {};

  constructor(github: GithubDouble) {
    github.hold((_, authorization) => this.#hold(authorization.replace(/^token /i, '')));
  }

  enter(token: string, requests: number): void {
    // Each request is held twice.
    this.#left.set(token, 2 * requests);
  }

  leave(token: string): void {
    this.#left.delete(token);
    this.#changed();
  }

  isKilled(token: string): boolean {
    return (this.#left.get(token) ?? 1) <= 0;
  }

  held(): readonly string[] {
    return [...this.#held.keys()].toSorted();
  }

  release(token: string): void {
    const go = this.#held.get(token);
    this.#held.delete(token);
    go?.();
  }

  /** Resolves when every active run has a request held here: then only the picked request moves. */
  async quiet(): Promise<void> {
    while ([...this.#left].some(([token, left]) => left > 0 && !this.#held.has(token)))
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
  }

  async #hold(token: string): Promise<void> {
    const left = (this.#left.get(token) ?? 0) - 1;
    this.#left.set(token, left);
    if (left < 0) return new Promise(() => {});
    await new Promise<void>((resolve) => {
      this.#held.set(token, resolve);
      this.#changed();
    });
    if (left === 0) this.#left.set(token, 0);
  }
}
