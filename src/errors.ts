/**
 * Every mistake a user can make that we answer with one line and exit code 2.
 * The value is what docs/errors.md says about the code; a test holds the two lists together.
 */
export const errorCatalogue = {
  CONFIG_NOT_FOUND: 'No configuration: neither a config file nor inputs that make a whole one.',
  CONFIG_MALFORMED: 'The config file is not valid YAML.',
  CONFIG_INVALID: 'A key or a value in the config file or an input is not allowed.',
  CONFIG_HOLDS_A_KEY: 'The config file holds an API key instead of the name of an environment variable.',
  NOT_IN_THIS_VERSION: 'The configuration asks for something this version cannot do yet.',
  SPEC_NOT_FOUND: 'A glob of `specs` matches no file in either commit.',
  SPEC_UNREADABLE: 'A spec file is not UTF-8 text, or is larger than 1 MB.',
  WRITES_EMPTY: 'No path is left that a model may write.',
  KEY_MISSING: 'A model is to be asked but its API key is not set.',
  GIT_NOT_FOUND: 'git is not installed, or the folder is not a git repository.',
  REF_NOT_FOUND: 'A git ref or commit does not exist here.',
  HISTORY_TOO_SHALLOW: 'The checkout is too shallow to compare with the base, and deepening it failed.',
  EVENT_UNSUPPORTED: 'The event that started the workflow carries nothing to compare.',
  SANDBOX_UNAVAILABLE: 'No sandbox of the asked level can be used; no generated code was run.',
  RECORDS_FOLDER_UNSAFE: 'The records folder is tracked by git, or is or holds a symbolic link.',
  SETUP_FAILED: 'The setup command failed.',
  TEST_COMMAND_NOT_FOUND: 'The test command could not be started.',
  MODEL_CONFIGURATION: 'A vendor refused the request as wrongly configured (400, 401, 403, 404).',
} as const;

/** The name of one entry of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** The user's mistake: what was found and where, and the way out. Entry prints it as one line and exits with 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly hint: string;

  /** `what` names the value at fault and where it stands; `hint` says how to mend it. */
  constructor(code: ErrorCode, what: string, hint: string) {
    super(`${code}: ${what} ${hint}`.replaceAll(/\s+/g, ' '));
    this.code = code;
    this.hint = hint;
  }
}
