import { renderCheckRun } from '../../core/report/markdown/check-run.ts';
import { renderComment } from '../../core/report/markdown/comment.ts';
import type { ReportOptions } from '../../core/report/markdown/document.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { LiveComment } from './live-comment.ts';
import type { Log } from '../../ports/log.ts';
import type { Published, Review } from '../../ports/review.ts';

/** Where a summary is published, and in which forms. */
export type Publication = {
  readonly review: Review;
  /** The comment that followed the run; null if none is to be written. */
  readonly live: LiveComment | null;
  readonly log: Log;
  readonly marker: string;
  /** auto: creates a comment only if a spec changed; an existing comment of ours is always updated. */
  readonly comment: 'auto' | 'always' | 'never';
  readonly checkRun: 'auto' | 'never';
  readonly checkName: string;
  readonly options: ReportOptions;
};

/** The outcome of the comment; `fallback` is its text if it could not be posted. */
export type Publishing = { readonly commentUrl: string | null; readonly fallback: string | null };

/** Posts the comment and the check run. A refusal by GitHub is logged and never changes the verdict. */
export async function publish(summary: PortabilitySummary, to: Publication): Promise<Publishing> {
  await publishCheckRun(summary, to);
  if (to.live === null) return { commentUrl: null, fallback: null };
  const body = renderComment(summary, { ...to.options, marker: to.marker });
  const published = await to.live.end({ body, create: to.comment === 'always' || hasNews(summary) });
  warnIfFailed(published, 'comment', to.log);
  return {
    commentUrl: published.kind === 'published' ? published.url : null,
    fallback: published.kind === 'failed' ? body : null,
  };
}

async function publishCheckRun(summary: PortabilitySummary, to: Publication): Promise<void> {
  if (to.checkRun === 'never' || !hasNews(summary)) return;
  const published = await to.review.checkRun(renderCheckRun(summary, { ...to.options, name: to.checkName }));
  warnIfFailed(published, 'check run', to.log);
}

// A spec changed, or the models did.
function hasNews({ changes, verdicts, skipReason, repeats }: PortabilitySummary): boolean {
  return changes.length > 0 || verdicts.length > 0 || skipReason !== null || repeats !== undefined;
}

function warnIfFailed(published: Published, what: string, log: Log): void {
  if (published.kind === 'failed') log.warn(`the ${what} could not be published: ${published.why}`);
}
