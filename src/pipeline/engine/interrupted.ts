import { UserError } from '../../errors.ts';

/** What ends a run that was stopped from outside before there was a result. */
export function interrupted(): UserError {
  return new UserError(
    'INTERRUPTED',
    'the run was stopped before there was a result.',
    'Start it again: what was finished is kept.',
  );
}
