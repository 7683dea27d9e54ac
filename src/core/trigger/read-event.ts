import { readPush, readRunningCommit } from './audit-event.ts';
import { readComment, type CommentEvent } from './comment-event.ts';
import { readDispatch, type ManualEvent } from './dispatch-event.ts';
import { quoted, unsupported, type NothingEvent, type WorkflowEvent } from './event-parts.ts';
import { readMergeGroup, type MergeGroupEvent } from './merge-group-event.ts';
import { readPullRequest, type PullRequestEvent } from './pull-request-event.ts';

/** What an event asks for, before git or GitHub are asked. */
export type TriggerEvent =
  | PullRequestEvent
  | MergeGroupEvent
  | CommentEvent
  | ManualEvent
  | { readonly kind: 'audit'; readonly head: string }
  | NothingEvent;

/** Reads what a workflow event asks for; throws EVENT_UNSUPPORTED for events that we do not handle. */
export function readEvent(event: WorkflowEvent): TriggerEvent {
  switch (event.name) {
    case 'pull_request':
      return readPullRequest(event.payload);
    case 'merge_group':
      return readMergeGroup(event.payload);
    case 'issue_comment':
      return readComment(event.payload);
    case 'workflow_dispatch':
      return readDispatch(event);
    case 'push':
      return readPush(event.payload);
    case 'schedule':
      return readRunningCommit(event);
    case 'pull_request_target':
    case 'workflow_run':
      throw unsupported(
        `event \`${event.name}\` is refused: it would run code from a fork with your secrets, without anybody's approval.`,
      );
    default:
      throw unsupported(`event ${quoted(event.name)} does not name two commits to compare.`);
  }
}
