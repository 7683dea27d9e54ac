/**
 * Every mistake of a user that we answer with one line and exit code 2. docs/errors.md is generated from it: what the
 * code means, and how to fix it.
 */
export const errorCatalogue = {
  CONFIG_NOT_FOUND: {
    meaning: 'No configuration: neither a config file nor inputs that make a whole one.',
    mend: 'Add `.github/spec-portability.yml`, or give the inputs `specs`, `writes`, `test-command` and `models`.',
  },
  CONFIG_MALFORMED: {
    meaning: 'The config file is not valid YAML.',
    mend: 'Mend the YAML at the line that the message names; globs that start with `*` or `!` need quotes.',
  },
  CONFIG_INVALID: {
    meaning: 'A key or a value in the config file or an input is not allowed.',
    mend: 'Change the key or input that the message names to one of the values it lists.',
  },
  CONFIG_HOLDS_A_KEY: {
    meaning: 'The config file holds an API key instead of the name of an environment variable.',
    mend: 'Put the key into a secret, hand it over as an environment variable, write only its NAME under `api-key-env`, and revoke the key that was written down.',
  },
  NOT_IN_THIS_VERSION: {
    meaning: 'The configuration asks for something this version cannot do yet.',
    mend: 'Take it out of the configuration, or use a version that has it.',
  },
  SPEC_NOT_FOUND: {
    meaning: 'A glob of `specs` matches no file in either commit.',
    mend: 'Check the glob, or commit the file.',
  },
  SPEC_UNREADABLE: {
    meaning: 'A spec file is not UTF-8 text, or is larger than 1 MB.',
    mend: 'Save the file as UTF-8, or split it.',
  },
  WRITES_EMPTY: {
    meaning: 'No path is left that a model may write.',
    mend: 'List under `writes` the paths that a model may create, for example `src/duration/**`.',
  },
  KEY_MISSING: {
    meaning: 'A model is to be asked but its API key is not set.',
    mend: 'Set the environment variable that the message names from a secret of the repository.',
  },
  GIT_NOT_FOUND: {
    meaning: 'git is not installed, or the folder is not a git repository.',
    mend: 'Install git, or start in a checkout of the repository.',
  },
  REF_NOT_FOUND: {
    meaning: 'A git ref or commit does not exist here.',
    mend: 'Check the name, or fetch it first.',
  },
  HISTORY_TOO_SHALLOW: {
    meaning: 'The checkout is too shallow to compare with the base, and deepening it failed.',
    mend: 'Give actions/checkout `fetch-depth: 0`.',
  },
  EVENT_UNSUPPORTED: {
    meaning: 'The event that started the workflow carries nothing to compare.',
    mend: 'Run on `pull_request`, `merge_group` or `issue_comment`, or on `workflow_dispatch` with a base.',
  },
  ACTOR_NOT_PERMITTED: {
    meaning:
      'Whoever asked for a run by a label or a comment may not write to the repository, or that could not be found out.',
    mend: 'Somebody with write access asks again.',
  },
  COMMENT_NOT_UNDERSTOOD: {
    meaning: 'A `/portability` comment has an option or a value that does not exist.',
    mend: 'Write `/portability`, with `models=ID,ID` or `samples=N` behind it to ask less than is configured.',
  },
  PULL_REQUEST_UNREADABLE: {
    meaning:
      'The pull request that a comment asks about could not be read, is closed, or changed after the comment.',
    mend: 'Do what the message says, and comment again.',
  },
  SANDBOX_UNAVAILABLE: {
    meaning: 'No sandbox of the asked level can be used; no generated code was run.',
    mend: 'Make the sandbox available on the runner, or set `sandbox` to a level that is.',
  },
  SANDBOX_BLOCKS_TESTS: {
    meaning: 'The repository’s own tests fail in the sandbox, and their output names a call that it blocks.',
    mend: 'Let the tests do without the network and write only to new files; what must be fetched or compiled once belongs in `setup`, folders that tools write into in `writable-deps`. A job that holds nothing worth stealing may say `sandbox: none`.',
  },
  RECORDS_FOLDER_UNSAFE: {
    meaning: 'The records folder is tracked by git, or is or holds a symbolic link.',
    mend: 'Point `records` at a folder of its own that git ignores.',
  },
  REPORT_FOLDER_UNSAFE: {
    meaning: 'The report folder is tracked by git, or is, lies behind or holds a symbolic link.',
    mend: 'Point `report-dir` at a folder of its own that git ignores.',
  },
  SETUP_FAILED: {
    meaning: 'The setup command failed.',
    mend: 'Run the `setup` command by hand on that commit and mend what it prints.',
  },
  TEST_COMMAND_NOT_FOUND: {
    meaning: 'The test command could not be started.',
    mend: 'Check the `test` command and what `setup` installs.',
  },
  RESULTS_NOT_FOUND: {
    meaning: 'The test command passes on the committed code but leaves no report that can be read.',
    mend: 'Name under `results` the file that the test command writes, or set `results: exit-code`.',
  },
  MODEL_CONFIGURATION: {
    meaning: 'A vendor refused the request as wrongly configured (400, 401, 403, 404).',
    mend: 'Check the model id, the key and `params` of that model; the vendor’s own words stand in the message.',
  },
  PRICE_UNKNOWN: {
    meaning: 'A cap in USD cannot be held, because the price of a model is not known.',
    mend: 'Give the model its `price` in USD per million tokens, or lift the cap with `budget.usd: none` (input `max-usd: none`).',
  },
  HISTORY_BRANCH_TAKEN: {
    meaning: 'The branch that `history-branch` names exists and is not a history of ours.',
    mend: 'Give `history-branch` a name of its own; the branch is made at the first audit.',
  },
  PLAN_CANNOT_BLOCK: {
    meaning: 'So few samples are planned for so many questions that no outcome could make the gate fail.',
    mend: 'Take larger `samples.looks`, fewer models, or `gate.fail-on: never`.',
  },
  PLAN_FILE_UNUSABLE: {
    meaning: 'The plan that the job `plan` left is missing, damaged, or of other commits or settings.',
    mend: 'Run all jobs of the workflow again; give `plan`, `shard` and `report` the same commits, config and inputs.',
  },
} as const satisfies Readonly<Record<string, { readonly meaning: string; readonly mend: string }>>;

/** The name of one entry of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** The user's mistake: what was found, where, and how to fix it. The entry prints it as one line and exits with 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly hint: string;

  /** `what` names the faulty value and its place; `hint` says how to fix it. */
  constructor(code: ErrorCode, what: string, hint: string) {
    super(`${code}: ${what} ${hint}`.replaceAll(/\s+/g, ' '));
    this.code = code;
    this.hint = hint;
  }
}

/** The sandbox itself failed, so the command never began. This says nothing about the code. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}

/** A generated file cannot be written to its path; the answer is unusable (`unsafe-path`). */
export class UnsafePathError extends Error {
  override readonly name = 'UnsafePathError';
  readonly path: string;

  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.path = path;
  }
}

/** The run was stopped from outside (Ctrl-C, a cancelled job) while an operation was running. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** The output of setup is gone and could not be made again. The sample is `unmeasured`; no code is to blame. */
export class WorkspaceLostError extends Error {
  override readonly name = 'WorkspaceLostError';
}
