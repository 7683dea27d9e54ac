import { isPart, type JobMode } from '../../core/trigger/job-mode.ts';
import type { ComparedEvent } from '../trigger/admit.ts';
import { LiveComment, type LiveCommentOptions } from './live-comment.ts';

/** The comment that follows a run on a pull request; null when there is none to write. */
export function openLiveComment(
  of: Omit<LiveCommentOptions, 'pullRequest' | 'head'> & {
    readonly event: ComparedEvent;
    readonly comment: 'auto' | 'always' | 'never';
    readonly mode: JobMode;
  },
): LiveComment | null {
  const { event } = of;
  // Of the jobs of one fanned-out run only the last one writes a comment.
  if (event.kind !== 'pull-request' || of.comment === 'never' || isPart(of.mode)) return null;
  return new LiveComment({ ...of, pullRequest: event.number, head: event.head });
}
