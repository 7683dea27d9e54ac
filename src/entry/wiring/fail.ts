import { diskError } from '../../adapters/plain-files/disk-error.ts';
import { withoutSecrets } from '../../adapters/process/secrets.ts';
import { UserError } from '../../errors.ts';

/**
 * Exit codes of every entry: 0 success or neutral, 1 the gate fails, 2 the user's mistake, 70 our bug. The command line
 * has those of interrupt.ts besides.
 */
export type ExitCode = 0 | 1 | 2 | 70;

/** One line for a user's mistake, the full stack for a bug of ours. */
export function explain(thrown: unknown): { readonly code: ExitCode; readonly text: string } {
  const error = thrown instanceof UserError ? thrown : (diskError(thrown) ?? thrown);
  if (error instanceof UserError) return { code: 2, text: withoutSecrets(error.message) };
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 70,
    text: `internal error: this is a bug in spec-portability. Please open an issue with this text:\n${withoutSecrets(story)}`,
  };
}
