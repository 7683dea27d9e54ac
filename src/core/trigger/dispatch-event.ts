import * as z from 'zod';
import { UserError } from '../../errors.ts';
import { readRunningCommit, type AuditEvent } from './audit-event.ts';
import { quoted, unsupported, type WorkflowEvent } from './event-parts.ts';

/** Two refs or shas as they were typed. */
export type ManualEvent = { readonly kind: 'manual'; readonly base: string; readonly head: string };

/** Reads `workflow_dispatch`: a comparison if a base is given, otherwise an audit. */
export function readDispatch(event: WorkflowEvent): ManualEvent | AuditEvent {
  const read = dispatchInputs.safeParse(event.payload);
  const typed = read.success ? read.data.inputs : null;
  const base = firstGiven([event.inputs.base, typed?.base]);
  const typedHead = firstGiven([event.inputs.head, typed?.head]);
  if (base === null && typedHead === null) return readRunningCommit(event);
  if (base === null)
    throw new UserError(
      'EVENT_UNSUPPORTED',
      'event `workflow_dispatch` has the input `head`, but no input `base` to compare it with.',
      'Set `base` to a branch, tag or commit, or leave out both for an audit.',
    );
  const head = typedHead ?? event.sha;
  if (head === null)
    throw unsupported('event `workflow_dispatch` has neither the input `head` nor a commit (GITHUB_SHA).');
  return { kind: 'manual', base: gitRef(base, 'base'), head: gitRef(head, 'head') };
}

const dispatchInputs = z.object({
  inputs: z.object({ base: z.string().nullish(), head: z.string().nullish() }).nullish(),
});

function firstGiven(texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text) => text !== null && text !== undefined && text !== '') ?? null;
}

function gitRef(text: string, input: 'base' | 'head'): string {
  // No commit name contains these characters, and git would read a leading `-` as an option.
  if (text.length <= 250 && /^[^-\s\p{C}:?*[\\][^\s\p{C}:?*[\\]*$/u.test(text) && !text.includes('..'))
    return text;
  throw new UserError(
    'REF_NOT_FOUND',
    `${quoted(text)} (input \`${input}\`) is not a valid git ref.`,
    'Give a branch, a tag or a full commit SHA.',
  );
}
