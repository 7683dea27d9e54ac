import { UserError } from '../../errors.ts';
import { readCommand } from './comment-command.ts';
import { commandLine } from './comment-event.ts';

/** The comments that accept how the tests of this commit are run, as they were written; a changed one is no record. */
export function acceptingComments<Comment extends { readonly body: string; readonly isEdited: boolean }>(
  comments: readonly Comment[],
  head: string,
): readonly Comment[] {
  return comments.filter(({ body, isEdited }) => !isEdited && acceptedIn(body) === head);
}

function acceptedIn(body: string): string | null {
  const line = commandLine(body);
  if (line === null) return null;
  try {
    return readCommand(line).acceptTests ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
