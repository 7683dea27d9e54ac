import type { JobMode } from '../../core/trigger/job-mode.ts';
import type { EarlierVerdict } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import type { Review } from '../../ports/review.ts';
import type { ComparedEvent } from '../trigger/admit.ts';

/**
 * Looks for the verdict that a queued pull request already has; null when there is none, or none may be repeated. A
 * job calls it once: a second call would begin a second check run, and nobody would complete it.
 */
export async function earlierVerdict(of: {
  readonly event: ComparedEvent;
  /** Digest of everything that the verdict would follow from; null when there is nothing to ask. */
  readonly verdictId: string | null;
  readonly review: Review;
  readonly log: Log;
  /** A run that writes no check run cannot tell which check runs are its own. */
  readonly checkRun: 'auto' | 'never';
  readonly checkName: string;
  readonly mode: JobMode;
}): Promise<EarlierVerdict | null> {
  const { event, verdictId, mode, log } = of;
  if (event.kind !== 'merge-group' || event.pullRequestHead === null || verdictId === null) return null;
  // A shard runs only if the job that planned found no earlier verdict.
  if (of.checkRun === 'never' || mode === 'shard') return null;
  const found = await of.review.findVerdict({
    name: of.checkName,
    head: event.pullRequestHead,
    externalId: verdictId,
    // A job that only plans leaves it to the job that reports to check which app gave the verdict.
    ownHead: mode === 'plan' ? null : event.head,
  });
  if (found.kind === 'failed') {
    log.warn(
      `the earlier check run of the pull request could not be read, so the models are asked: ${found.why}`,
    );
    return null;
  }
  if (found.value !== null)
    log.info(`The verdict of the pull request is repeated: ${found.value.conclusion}, ${found.value.url}`);
  return found.value;
}
