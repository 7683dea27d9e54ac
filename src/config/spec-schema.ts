import { z } from 'zod';
import { duration, environmentName, listOf, section, text } from './field-schemas.ts';
import { globs, path, writableGlobs } from './path-schemas.ts';

const nameError = 'a name of at most 100 letters, digits, spaces and `. _ - / @ +`, used once';

const probeSchema = section({
  module: path.describe('The generated module that is called.'),
  function: text('the name of a function').describe('The exported function that is called.'),
}).describe('Not in this version: measures ambiguity by disagreement between models.');

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
      'House rules that go with every prompt (AGENTS.md, CLAUDE.md …); a change re-checks every spec.',
    ),
  writes: writableGlobs.describe(
    'The only paths a model may create; emptied before each generation. `!` patterns take paths out.',
  ),
  tests: globs.default([]).describe('Added to the files that are tests by name; never written, never shown.'),
  context: globs.default([]).describe('Files shown to the model, read-only.'),
  directory: path.default('.').describe('Where setup and test run, relative to the repository.'),
  setup: text('a shell command').optional().describe('Run once per commit, network allowed, no secrets.'),
  'setup-env': listOf(environmentName, 'a list of NAMES of environment variables')
    .default([])
    .describe(
      'NAMES of variables that setup alone may see, a private registry’s token for example; never on forks.',
    ),
  'writable-deps': listOf(path, 'a list of folders')
    .default([])
    .describe(
      'Sub-folders of the dependencies that the test command must write into; each run gets a copy of its own.',
    ),
  test: text('a shell command').describe('Run once per generation; its tests decide.'),
  results: path
    .default('auto')
    .describe('`auto`, `exit-code`, or the path of a JUnit XML, TAP, Jest JSON or `go test -json` report.'),
  timeout: duration
    .optional()
    .describe('For one test run. Default: the larger of 60 s and 10 × the repository’s own run.'),
  probe: probeSchema.optional(),
});
