import type { CommentCommand } from '../../core/trigger/comment-command.ts';
import { readCommand } from '../../core/trigger/comment-command.ts';
import type { CommentEvent } from '../../core/trigger/comment-event.ts';
import type { ManualEvent } from '../../core/trigger/dispatch-event.ts';
import type { NothingEvent } from '../../core/trigger/event-parts.ts';
import type { MergeGroupEvent } from '../../core/trigger/merge-group-event.ts';
import type { PullRequestEvent } from '../../core/trigger/pull-request-event.ts';
import { UserError } from '../../errors.ts';
import type { Forge, PullRequestNow } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';

/** A merge group, with what GitHub says about the pull request in it. */
export type QueuedEvent = MergeGroupEvent & {
  /** The head contains code from a fork, or nobody could tell. */
  readonly fromFork: boolean;
  /** Head of the pull request, whose verdict may be repeated; null when it is not known. */
  readonly pullRequestHead: string | null;
};

/** An event whose two commits are to be compared, with everything that GitHub had to say about it. */
export type ComparedEvent = PullRequestEvent | QueuedEvent | ManualEvent;

/** What follows from an event: a comparison with the command that asked for it, or nothing and why. */
export type Admission =
  | { readonly kind: 'compare'; readonly event: ComparedEvent; readonly command: CommentCommand | null }
  | { readonly kind: 'skip'; readonly why: string; readonly head: string | null };

/**
 * Decides before money is spent whether an event gets its comparison. Throws ACTOR_NOT_PERMITTED,
 * COMMENT_NOT_UNDERSTOOD, PULL_REQUEST_UNREADABLE.
 */
export async function admit(
  event: PullRequestEvent | MergeGroupEvent | CommentEvent | ManualEvent | NothingEvent,
  by: {
    readonly forge: Forge;
    readonly log: Log;
    /**
     * Whether this workflow runs again when a draft is marked as ready; otherwise a skipped draft would never be
     * checked.
     */
    readonly runsWhenReady: () => Promise<boolean>;
  },
): Promise<Admission> {
  switch (event.kind) {
    case 'nothing':
      return { kind: 'skip', why: event.why, head: event.head };
    case 'manual':
      return { kind: 'compare', event, command: null };
    case 'merge-group':
      return { kind: 'compare', event: await queued(event, by), command: null };
    case 'comment':
      return commented(event, by.forge);
    case 'pull-request':
      return pulled(event, by);
  }
}

async function pulled(event: PullRequestEvent, by: Parameters<typeof admit>[1]): Promise<Admission> {
  if (event.askedBy !== null) {
    await refuseStrangers(event.askedBy, by.forge);
  } else if (event.draft) {
    if (await by.runsWhenReady()) return { kind: 'skip', why: draftSkipped, head: event.head };
    by.log.warn(
      'the pull request is a draft but is checked now, because this workflow does not run on `ready_for_review`: a skipped draft would never be checked.',
    );
  }
  return { kind: 'compare', event, command: null };
}

const draftSkipped =
  'the pull request is a draft. It is checked when it is marked as ready for review, or now if you set the label `portability`';

async function commented(event: CommentEvent, forge: Forge): Promise<Admission> {
  await refuseStrangers({ by: 'comment', login: event.login }, forge);
  await forge.react(event.commentId, 'eyes');
  const command = readCommand(event.command);
  const found = await forge.pullRequest(event.number);
  if (found.kind === 'failed')
    throw unreadable(
      `pull request ${event.number} could not be read: ${withoutFullStop(found.why)}.`,
      'When this is fixed, comment again.',
    );
  refuseStale(found.value, event);
  const { head, baseTip, fromFork, dependabot } = found.value;
  refuseOutdated(command, head);
  const askedBy = { by: 'comment', login: event.login } as const;
  const { number } = event;
  return {
    kind: 'compare',
    command,
    event: { kind: 'pull-request', number, baseTip, head, fromFork, dependabot, draft: false, askedBy },
  };
}

async function refuseStrangers(
  { by, login }: { readonly by: 'label' | 'comment'; readonly login: string },
  forge: Forge,
): Promise<void> {
  const permitted = await forge.mayWrite(login);
  if (permitted.kind === 'found' && permitted.value) return;
  const what =
    permitted.kind === 'found'
      ? `${login} asked for a check by a ${by}, but may not write to this repository`
      : `${login} asked for a check by a ${by}, but GitHub did not tell whether ${login} may write to this repository (${withoutFullStop(permitted.why)})`;
  throw new UserError(
    'ACTOR_NOT_PERMITTED',
    `${what}. No model was asked.`,
    'Ask somebody with write access to do it.',
  );
}

// Only what the maintainer has seen may run with the keys of the repository.
function refuseStale({ isOpen, fromFork, headPushedAt }: PullRequestNow, event: CommentEvent): void {
  if (!isOpen) throw unreadable(`pull request ${event.number} is closed.`, 'Reopen it first.');
  if (!fromFork || (headPushedAt !== null && headPushedAt < event.at)) return;
  throw unreadable(
    `the fork of pull request ${event.number} got new commits after the comment, or was deleted. No model was asked.`,
    'Review what the pull request contains now, then comment again.',
  );
}

// What was pushed since then nobody has read.
function refuseOutdated({ acceptTests }: CommentCommand, head: string): void {
  if (acceptTests === undefined || acceptTests === head) return;
  throw new UserError(
    'TESTS_NOT_ACCEPTED',
    `the comment accepts ${acceptTests.slice(0, 12)}, but the head of the pull request is ${head.slice(0, 12)}: something was pushed since.`,
    'Read what changed, then accept the commit that the newest comment of this action names.',
  );
}

// Reasons that GitHub gives come with a full stop and without.
function withoutFullStop(text: string): string {
  return text.replace(/\.$/, '');
}

function unreadable(what: string, hint: string): UserError {
  return new UserError('PULL_REQUEST_UNREADABLE', what, hint);
}

async function queued(
  event: MergeGroupEvent,
  { forge, log }: { readonly forge: Forge; readonly log: Log },
): Promise<QueuedEvent> {
  const unknown = { ...event, fromFork: true, pullRequestHead: null };
  if (event.pullRequest === null) return unknown;
  const found = await forge.pullRequest(event.pullRequest);
  if (found.kind === 'found')
    return { ...event, fromFork: found.value.fromFork, pullRequestHead: found.value.head };
  log.warn(`pull request ${event.pullRequest} of the merge group could not be read: ${found.why}`);
  return unknown;
}
