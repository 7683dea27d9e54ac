import * as z from 'zod';
import { UserError } from '../../errors.ts';

/** An event as GitHub Actions passes it; empty inputs were not given. */
export type WorkflowEvent = {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The JSON of GITHUB_EVENT_PATH. */
  readonly payload: unknown;
  /** GITHUB_SHA; null when it is not set. */
  readonly sha: string | null;
  readonly inputs: { readonly base: string; readonly head: string };
};

/** An event that asks for nothing: the reason, and the head whose earlier verdict a green job must not replace. */
export type NothingEvent = { readonly kind: 'nothing'; readonly why: string; readonly head: string | null };

/** A full commit id. */
export const sha = z.string().regex(/^[0-9a-f]{40}$/);

/** Number of an issue or pull request. */
export const issueNumber = z.number().int().positive().max(2_147_483_647);

/** A login as GitHub writes it; it becomes part of an address. */
export const login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/);

/** The error for an event whose payload lacks an expected value; it says where. */
export function unreadable(event: string, sought: string, error: z.ZodError): UserError {
  const path = error.issues[0]?.path.map(String).join('.') || 'payload';
  return unsupported(`event \`${event}\` has no valid ${sought} (at \`${path}\`).`);
}

/** The error for an event with nothing to compare. */
export function unsupported(what: string): UserError {
  return new UserError(
    'EVENT_UNSUPPORTED',
    what,
    'Run on `pull_request`, `merge_group` or `issue_comment`, or on `workflow_dispatch` with the input `base`.',
  );
}

/** A text from outside within one of our messages. */
export function quoted(text: string): string {
  return `\`${text.slice(0, 60).replaceAll(/[^\x20-\x5f\x61-\x7e]/g, '?')}\``;
}
