import { systemClock } from '../../adapters/process/system-clock.ts';
import type { TriggerEvent } from '../../core/trigger/read-event.ts';
import { commentMarker } from '../../core/report/markdown/marker.ts';
import { LiveComment } from '../../pipeline/check/live-comment.ts';
import type { Log } from '../../ports/log.ts';
import type { Review } from '../../ports/review.ts';
import type { ActionOptions } from './action-options.ts';

/** The comment that follows a run on a pull request; null when there is none to write. */
export function openLiveComment(of: {
  readonly event: TriggerEvent;
  readonly options: ActionOptions;
  readonly review: Review;
  readonly log: Log;
}): LiveComment | null {
  const { event, options, review, log } = of;
  // Of the jobs of one fanned-out run only the last one writes a comment.
  const isPart = options.mode === 'plan' || options.mode === 'shard';
  if (event.kind !== 'pull-request' || options.comment === 'never' || isPart) return null;
  return new LiveComment({
    review,
    log,
    clock: systemClock(),
    marker: commentMarker(options.commentKey),
    pullRequest: event.number,
    head: event.head,
    run: options.run,
    attempt: options.attempt,
  });
}
