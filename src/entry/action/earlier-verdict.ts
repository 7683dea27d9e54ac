import type { ComparedEvent } from '../../pipeline/trigger/admit.ts';
import type { EarlierVerdict } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import type { Review } from '../../ports/review.ts';

/** Looks for the verdict that a queued pull request already has; undefined when none may be repeated. */
export function earlierVerdict(of: {
  readonly event: ComparedEvent;
  readonly review: Review;
  readonly log: Log;
  /** A run that writes no check run cannot tell which check runs are its own. */
  readonly checkRun: 'auto' | 'never';
  readonly checkName: string;
  /** This job only plans. The job that reports checks which app gave the verdict. */
  readonly isPlanOnly: boolean;
}): ((verdictId: string) => Promise<EarlierVerdict | null>) | undefined {
  const { event, review, log, checkName } = of;
  if (event.kind !== 'merge-group' || event.pullRequestHead === null || of.checkRun === 'never')
    return undefined;
  const { pullRequestHead: head } = event;
  const ownHead = of.isPlanOnly ? null : event.head;
  const look = async (externalId: string): Promise<EarlierVerdict | null> => {
    const found = await review.findVerdict({ name: checkName, head, externalId, ownHead });
    if (found.kind === 'failed') {
      log.warn(`the check run of the pull request could not be read, so the models are asked: ${found.why}`);
      return null;
    }
    if (found.value !== null) log.info(`repeats ${found.value.conclusion} of ${found.value.url}`);
    return found.value;
  };
  // Looking twice would begin a second check run, and nobody would complete it.
  const known = new Map<string, Promise<EarlierVerdict | null>>();
  return async (externalId) => {
    const looking = known.get(externalId) ?? look(externalId);
    known.set(externalId, looking);
    return looking;
  };
}
