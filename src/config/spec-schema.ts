import * as z from 'zod';
import { duration, environmentName, listOf, section, text } from './field-schemas.ts';
import { globs, path, writableGlobs } from './path-schemas.ts';

const nameError = 'a name of at most 100 letters, digits, spaces and `. _ - / @ +`, used once';

const probeSchema = section({
  module: path.describe('The generated module whose function is called.'),
  function: text('the name of a function').describe('The exported function that is called.'),
}).describe('Not in this version: finds ambiguity by comparing what the code of different models does.');

const resultsError = '`auto`, `exit-code`, or paths and globs of reports inside the repository';

/** One entry of `specs` in the config file. */
export const specSchema = section({
  name: z
    .string({ error: nameError })
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+/-]{0,99}$/u, { error: nameError })
    .optional()
    .describe('The name in reports. Default: the folder that holds the spec.'),
  spec: globs
    .min(1, { error: 'at least one path or glob' })
    .describe('Files or globs that make up the spec, joined in this order.'),
  instructions: globs
    .default([])
    .describe(
      'Rules that are part of every prompt (AGENTS.md, CLAUDE.md …). If one of these files changes, every spec with it is checked. A rule whose front matter names files (`globs` of Cursor and Windsurf, `applyTo` of Copilot, `paths` of Claude, `fileMatchPattern` of Kiro) goes only with specs whose `writes`, `context` or spec files it may match.',
    ),
  writes: writableGlobs.describe(
    'The only paths that a model may create. Files that they match are removed before each generation. A pattern with `!` excludes paths.',
  ),
  tests: globs
    .default([])
    .describe('Test files that are not recognised by their names. No model may write or read test files.'),
  context: globs.default([]).describe('Files that the model may read besides the spec.'),
  directory: path.default('.').describe('Folder in which setup and test run, relative to the repository.'),
  setup: text('a shell command')
    .optional()
    .describe('Runs once per commit, with network and without secrets.'),
  'setup-env': listOf(environmentName, 'a list of NAMES of environment variables')
    .default([])
    .describe(
      'NAMES of environment variables that only setup may read, for example a token of a private registry; never set for forks.',
    ),
  git: z
    .boolean({ error: '`true` or `false`' })
    .default(false)
    .describe(
      'Whether setup, and setup alone, finds a `.git` with the history back to the nearest tag, for versions that come from `git describe`. Trees have none otherwise.',
    ),
  'writable-deps': listOf(path, 'a list of folders')
    .default([])
    .describe(
      'Folders that setup made, or in its dependencies, that the test command must write into; each test run gets its own copy.',
    ),
  test: text('a shell command').describe('Runs the tests, once per generation.'),
  results: z
    .union([path, globs.min(1, { error: resultsError })], { error: resultsError })
    .default('auto')
    .describe(
      'Where test results come from: `auto`, `exit-code`, or where the reports are (JUnit XML, TAP, Jest or mocha JSON, `go test -json`): a file, a folder, a glob, or a list of them, relative to `directory`.',
    ),
  timeout: duration
    .optional()
    .describe(
      'Longest time of one test run. Default: 60 s or 10 times the repository’s own run, whichever is longer.',
    ),
  probe: probeSchema.optional(),
});
