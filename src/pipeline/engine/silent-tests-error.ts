import { UserError, type ErrorCode } from '../../errors.ts';

/** A test command that says nothing on committed code, with the last lines of what it printed. */
export class SilentTestsError extends UserError {
  /** The command and where it ran, and then its lines. */
  readonly said: readonly string[];

  constructor(
    code: ErrorCode,
    what: string,
    of: { readonly hint: string; readonly said: readonly string[] },
  ) {
    super(code, what, of.hint);
    this.said = of.said;
  }
}
