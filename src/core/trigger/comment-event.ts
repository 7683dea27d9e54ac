import * as z from 'zod';
import { issueNumber, login, unreadable, unsupported, type NothingEvent } from './event-parts.ts';

/** Somebody wrote `/portability` under a pull request. */
export type CommentEvent = {
  readonly kind: 'comment';
  readonly number: number;
  readonly commentId: number;
  readonly login: string;
  /** UTC time, as ISO text, at which it was written: its author cannot have seen anything newer. */
  readonly at: string;
  /** The command line, not yet parsed. */
  readonly command: string;
};

/** Reads `issue_comment`. Comments that are not a command of ours ask for nothing. */
export function readComment(payload: unknown): CommentEvent | NothingEvent {
  const read = commentPayload.safeParse(payload);
  if (!read.success) throw unreadable('issue_comment', 'comment', read.error);
  const { action, issue, comment } = read.data;
  const command = commandLine(comment.body ?? '');
  if (command === null)
    return { kind: 'nothing', why: 'the comment is not a `/portability` command', head: null };
  if (action !== 'created')
    return { kind: 'nothing', why: 'only a new comment asks for a check', head: null };
  if (issue.pull_request === null || issue.pull_request === undefined)
    throw unsupported('`/portability` was written under an issue, which has no commits to compare.');
  const author = z.object({ comment: z.object({ user: z.object({ login }) }) }).safeParse(payload);
  if (!author.success) throw unreadable('issue_comment', 'author', author.error);
  return {
    kind: 'comment',
    number: issue.number,
    commentId: comment.id,
    login: author.data.comment.user.login,
    at: comment.created_at,
    command,
  };
}

/** The first line of a comment, if it is a command of ours. */
export function commandLine(body: string): string | null {
  const [line = ''] = body.slice(0, 2000).trimStart().split(/\r?\n/, 1);
  return /^\/portability(?=\s|$)/.test(line) ? line.trim().slice(0, 500) : null;
}

const commentPayload = z.object({
  action: z.string(),
  issue: z.object({ number: issueNumber, pull_request: z.looseObject({}).nullish() }),
  comment: z.object({
    id: z.number().int().positive(),
    created_at: z.iso.datetime(),
    body: z.string().nullish(),
  }),
});
