/**
 * Every mistake of a user that we answer with one line and exit code 2. docs/errors.md is generated from it: what the
 * code means, and how to fix it.
 */
export const errorCatalogue = {
  CONFIG_NOT_FOUND: {
    meaning: 'There is no config file, and the inputs alone are not a complete configuration.',
    fix: 'Add `.github/spec-portability.yml`, or set the inputs `specs`, `writes`, `test-command` and `models`.',
  },
  CONFIG_MALFORMED: {
    meaning: 'The config file is not valid YAML.',
    fix: 'Fix the YAML at the line that the message names. A glob that starts with `*` or `!` needs quotes.',
  },
  CONFIG_INVALID: {
    meaning: 'A key or value in the config file, an input or a command-line option is not allowed.',
    fix: 'Change it to one of the values that the message lists.',
  },
  CONFIG_HOLDS_A_KEY: {
    meaning:
      'The config file or an input contains an API key. Only the name of an environment variable may stand there.',
    fix: 'Revoke the key if it was pushed. Store a new one as a secret, pass it to the step as an environment variable, and write only the NAME of that variable under `api-key-env`.',
  },
  AGENT_UNUSABLE: {
    meaning: 'A coding agent is missing, too old or of another `version`, or no sandbox cuts its network.',
    fix: 'Install the version that the message names in a step before, also in the jobs that plan and report.',
  },
  SPEC_NOT_FOUND: {
    meaning: 'A glob under `specs` matches no file, or `init` found no spec.',
    fix: 'Check the glob, or commit the file.',
  },
  SPEC_UNREADABLE: {
    meaning:
      'A file of a spec is not UTF-8 text, is larger than 1 MB, or is a symbolic link, a submodule or a Git LFS pointer.',
    fix: 'Commit the file itself as UTF-8 text, or split it.',
  },
  WRITES_EMPTY: {
    meaning: 'There is no path that a model may write.',
    fix: 'List under `writes` the paths that a model may create, for example `src/duration/**`.',
  },
  KEY_MISSING: {
    meaning: 'A model has to be asked, but its API key is not set.',
    fix: 'Store the key as a secret of the repository, and pass it to the step as the environment variable that the message names.',
  },
  GIT_NOT_FOUND: {
    meaning: 'git is not installed, or the folder is not in a git repository.',
    fix: 'Install git, or run the command inside a checkout of the repository.',
  },
  CHECKOUT_UNCLEAR: {
    meaning: 'The workspace is no repository, and holds several that could be meant.',
    fix: 'Set `working-directory` to the folder that actions/checkout got as `path`.',
  },
  REF_NOT_FOUND: {
    meaning: 'A branch, tag or commit is not in this checkout, or two commits have no common ancestor.',
    fix: 'Check the name, or fetch the commit first.',
  },
  COMMITS_SWAPPED: {
    meaning: 'The head is an older commit of the base’s own history, so there is no change to check.',
    fix: 'Give the older commit as the base and the newer one as the head.',
  },
  SPEC_NOT_COMMITTED: {
    meaning: 'The specs are the same in both commits, and a spec was edited without being committed.',
    fix: 'Commit the edit. Only commits are compared.',
  },
  POINTED_CONTENT_MISSING: {
    meaning: 'A commit points to a submodule or to a file of Git LFS that is not in this checkout.',
    fix: 'Let actions/checkout bring it: `submodules: recursive` with `fetch-depth: 0`, or `lfs: true`.',
  },
  OBJECTS_MISSING: {
    meaning:
      'The checkout is a partial clone (`filter`, or `sparse-checkout` of actions/checkout), and its remote did not give the files that are missing.',
    fix: 'Remove `filter` and `sparse-checkout` from actions/checkout, or let it keep its credentials, so that the files can be fetched.',
  },
  HISTORY_TOO_SHALLOW: {
    meaning: 'The checkout has too little history to compare with the base, and fetching more of it failed.',
    fix: 'Set `fetch-depth: 0` for actions/checkout.',
  },
  TESTS_NOT_ACCEPTED: {
    meaning:
      'Somebody accepts how the tests of a commit are run, but it is not the commit that is checked, or its answers are not on record here.',
    fix: 'Read what changed, and accept the commit that the newest comment of this action names. If records are missing, run the job of the pull request again: it reads the comment.',
  },
  EVENT_UNSUPPORTED: {
    meaning: 'The event that started the workflow names no commits to compare.',
    fix: 'Run on `pull_request`, `merge_group` or `issue_comment`, or on `workflow_dispatch` with a base.',
  },
  ACTOR_NOT_PERMITTED: {
    meaning:
      'The person who asked for a run by a label or a comment may not write to the repository, or GitHub did not tell whether they may.',
    fix: 'Ask somebody with write access to set the label or write the comment.',
  },
  COMMENT_NOT_UNDERSTOOD: {
    meaning: 'A `/portability` comment has an option or a value that does not exist.',
    fix: 'Write `/portability` alone. To ask for less than the configuration does, add `models=ID,ID` or `samples=N`.',
  },
  PULL_REQUEST_UNREADABLE: {
    meaning:
      'The pull request of a `/portability` comment could not be read, is closed, or got new commits after the comment.',
    fix: 'Do what the message says, then comment again.',
  },
  SANDBOX_UNAVAILABLE: {
    meaning: 'No sandbox of the configured level works on this machine, so no generated code was run.',
    fix: 'Install the sandbox on the runner, or set `sandbox` to a level that works there.',
  },
  SANDBOX_BLOCKS_TESTS: {
    meaning:
      'The repository’s own tests fail in the sandbox, and their output names something that the sandbox blocks.',
    fix: 'Tests have no network and cannot change tests or dependencies. Fetch and compile in `setup`, and list the folders that tools write into under `writable-deps`. If the job holds no secrets, `sandbox: none` is possible too.',
  },
  RECORDS_FOLDER_UNSAFE: {
    meaning:
      'The records folder is tracked by git, or lies in a folder of git itself such as `.git`, or it is, contains or lies behind a symbolic link, or there is a file in its place, or it cannot be written to.',
    fix: 'Set `records` to a folder that git ignores and that only this action writes.',
  },
  RECORDS_NOT_FOUND: {
    meaning:
      'The folder from which `report` should judge or `records export` should copy holds no answers of any check.',
    fix: 'With `--records` name the folder that `check` wrote, or run `check` first.',
  },
  RECORDS_NOT_EXPORTED: {
    meaning: 'The records of a check cannot be written into one file: the message says why.',
    fix: 'Do what the message says. Nothing was written.',
  },
  RECORDS_NOT_IMPORTED: {
    meaning: 'A file of records, or of answers that were made elsewhere, is refused: the message says why.',
    fix: 'Do what the message says. Nothing of the file was used, and no model was asked.',
  },
  REPORT_FOLDER_UNSAFE: {
    meaning:
      'The report folder is tracked by git, or lies in a folder of git itself such as `.git`, or it is, contains or lies behind a symbolic link, or there is a file in its place, or it cannot be written to.',
    fix: 'Set `report-dir` to a folder that git ignores and that only this action writes.',
  },
  RESULT_NOT_WRITABLE: {
    meaning:
      'The file that `--result` names cannot be written, is tracked by git, or lies in a folder of git itself.',
    fix: 'Name a file that git neither tracks nor uses, in a folder that you may write to.',
  },
  DISK_NOT_WRITABLE: {
    meaning:
      'A file could not be written: the disk is full, a quota is used up, or the file system is read-only.',
    fix: 'Free space there, or name folders on another disk: `records`, `report-dir`, and the variable TMPDIR for the trees in which tests run. Then start again: what was finished is kept.',
  },
  SETUP_FAILED: {
    meaning: 'The setup command failed.',
    fix: 'Run the `setup` command by hand on that commit and fix what it reports. Trees have no `.git`: where setup asks git for a version, set `git: true`.',
  },
  TEST_COMMAND_NOT_FOUND: {
    meaning: 'The test command could not be started.',
    fix: 'Check the `test` command, and that `setup` installs what it needs.',
  },
  TESTS_DO_NOT_END: {
    meaning: 'The test command did not end in time on the committed code of the base.',
    fix: 'Let it run the tests once and end, or set a longer `timeout`.',
  },
  NO_TEST_NAMED: {
    meaning: 'On the committed code of the base the test command names no test, so it measures nothing.',
    fix: 'Run the `test` command by hand on that commit after `setup`, and mend what it says; its last lines stand in the log.',
  },
  BASE_IS_RED: {
    meaning:
      'Every test that base and head share fails on the committed code of the base, and on every stored sample of it.',
    fix: 'Make the tests pass on the base branch first; its failing tests and last lines stand in the log.',
  },
  RESULTS_NOT_FOUND: {
    meaning: 'The test command passes on the committed code, but writes no test report that can be read.',
    fix: 'Set `results` to the report file that the test command writes, or to `exit-code`.',
  },
  MODEL_CONFIGURATION: {
    meaning:
      'A provider refused the requests for a model because of their configuration (HTTP 400, 401, 403 or 404). The other models are still asked, so the report says this, not a line of its own; the exit code is 2 unless a verdict blocks.',
    fix: 'Check the id, the API key and the `params` of that model. The report quotes what the provider said.',
  },
  PRICE_UNKNOWN: {
    meaning: 'A limit in USD cannot be enforced, because the price of a model is not known.',
    fix: 'Set the `price` of the model in USD per million tokens, or remove the limit with `budget.usd: none` (input `max-usd: none`).',
  },
  HISTORY_BRANCH_TAKEN: {
    meaning: 'The branch that `history-branch` names exists, but this action did not make it.',
    fix: 'Set `history-branch` to a name that no branch has yet. The first audit makes the branch.',
  },
  PLAN_CANNOT_BLOCK: {
    meaning: 'So few samples are planned for so many questions that no result could make the gate fail.',
    fix: 'Use larger `samples.looks`, fewer models, or `gate.fail-on: never`.',
  },
  PLAN_FILE_UNUSABLE: {
    meaning: 'The plan of the job `plan` is missing or damaged, or belongs to other commits or settings.',
    fix: 'Run all jobs of the workflow again. `plan`, `shard` and `report` need the same commits, config and inputs.',
  },
  INTERRUPTED: {
    meaning: 'The run was stopped from outside (Ctrl-C, a job that was cancelled) before there was a result.',
    fix: 'Start it again: what was finished is kept.',
  },
  OUTCOMES_UNREADABLE: {
    meaning:
      'A file given to `judge` is missing, too large, no JSON, or in no form that is known: results of promptfoo, a log of inspect_ai, or the plain form.',
    fix: 'Write results of promptfoo with `--output results.json`, logs of inspect_ai with `--log-format json`, or the plain form that [judge](judge.md) describes.',
  },
  OUTCOMES_NOT_COMPARABLE: {
    meaning:
      'The files given to `judge` do not hold both sides of the same items on the same models, or do not say what passes.',
    fix: 'Do what the message says. The base is given with `--base`; one file of promptfoo with two prompts, and the plain form, hold both sides.',
  },
  TOO_FEW_SAMPLES: {
    meaning:
      'The items given to `judge` were asked so few times that no result could say anything, or none could make the gate fail.',
    fix: 'Repeat each item as often as the message says, with a number that is fixed before the first sample is seen.',
  },
} as const satisfies Readonly<Record<string, { readonly meaning: string; readonly fix: string }>>;

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
