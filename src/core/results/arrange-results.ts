import type { Spec } from '../specs/spec.ts';
import { filePattern, resultPaths, type FilePattern } from '../specs/file-pattern.ts';
import { findRunners } from './runners/find-runners.ts';
import { scriptsOf } from './runners/npm-scripts.ts';
import type { Addition, AskedFile, PerProcess } from './runners/runner.ts';
import { runners } from './runners/runners.ts';

/** Where to read the report of an arranged run. */
export type Reading =
  | { readonly kind: 'exit-code' }
  /** Files of the tree. */
  | { readonly kind: 'files'; readonly files: readonly FilePattern[] }
  | {
      readonly kind: 'asked';
      readonly files: readonly AskedFile[];
      readonly perProcess: readonly PerProcess[];
      /** Reports that the command writes into the tree by itself. */
      readonly own: readonly FilePattern[];
    };

/** The test command, changed so that its results can be read, and how to read them. */
export type Arrangement = {
  readonly command: string;
  /** Variables that are added to the command's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly reading: Reading;
};

/** Names of the files in the report folder that the command was asked to write. */
export function askedFiles({ reading }: Arrangement): readonly string[] {
  return reading.kind === 'asked' ? reading.files.map(({ name }) => name) : [];
}

/** The files of the tree that are read after the command. */
export function filesOfTree({ reading }: Arrangement): readonly FilePattern[] {
  switch (reading.kind) {
    case 'exit-code':
      return [];
    case 'files':
      return reading.files;
    case 'asked':
      return reading.own;
  }
}

/** What is known before a test command runs. */
export type ArrangementRequest = {
  readonly spec: Pick<Spec, 'test' | 'results'>;
  /** Text of the package.json in the folder where the command runs. */
  readonly packageJson: string | null;
  /** Absolute path of an empty folder. */
  readonly reports: string;
  /** Absolute path of node-test-reporter.mjs. */
  readonly reporter: string;
  /** The key that identifies the guard's own reports, and whether every test must fail; null = no guard. */
  readonly guard?: { readonly key: string; readonly mode: 'plain' | 'forced-failure' } | null;
};

/** Makes a known runner write a report; for all others the command is left unchanged. */
export function arrangeResults(request: ArrangementRequest): Arrangement {
  const { test, results } = request.spec;
  switch (results.kind) {
    case 'exit-code':
      return { command: test, environment: {}, reading: { kind: 'exit-code' } };
    case 'file':
    case 'files':
      return {
        command: test,
        environment: guarded(request, {}),
        reading: { kind: 'files', files: resultPaths(results).map((path) => filePattern(path)) },
      };
    case 'auto':
      return arrangeAuto(request);
  }
}

function arrangeAuto(request: ArrangementRequest): Arrangement {
  const { spec, packageJson, reports, reporter } = request;
  const calls = findRunners(spec.test, scriptsOf(packageJson));
  const around = { line: spec.test, reports, reporter, sets: setIn(request) };
  const asked = runners.map((runner) =>
    runner.ask(
      calls.filter((call) => call.runner === runner),
      around,
    ),
  );
  const additions = asked.flatMap((each) => each.additions).toSorted((one, other) => one.at - other.at);
  const environment = Object.fromEntries(asked.flatMap((each) => Object.entries(each.environment)));
  return {
    command: withAdditions(spec.test, additions),
    environment: guarded(request, environment),
    reading: {
      kind: 'asked',
      files: [...additions.flatMap(({ file }) => file ?? []), ...asked.flatMap(({ files }) => files)],
      perProcess: asked.flatMap(({ perProcess }) => perProcess),
      own: asked.flatMap(({ own }) => own).map((path) => filePattern(path)),
    },
  };
}

// From last to first, so that earlier positions stay valid.
function withAdditions(test: string, additions: readonly Addition[]): string {
  return additions.reduceRight((line, { at, text }) => `${line.slice(0, at)}${text}${line.slice(at)}`, test);
}

/** The environment with the guard loaded before anything else, unless the command sets NODE_OPTIONS itself. */
function guarded(
  request: ArrangementRequest,
  environment: Arrangement['environment'],
): Arrangement['environment'] {
  const { guard = null, reports, reporter } = request;
  if (guard === null || setIn(request)('NODE_OPTIONS')) return environment;
  const options = environment['NODE_OPTIONS'];
  return {
    ...environment,
    NODE_OPTIONS: [guardOption(reporter), ...(options === undefined ? [] : [options])].join(' '),
    SPEC_PORTABILITY_GUARD: `${guard.key} ${guard.mode} ${reports}`,
  };
}

/** The NODE_OPTION that loads the guard first; the guard lies next to the reporter. */
function guardOption(reporter: string): string {
  const path = reporter.replace(/[^/]*$/, 'test-guard.cjs');
  return `--require="${path.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Whether the command sets a variable itself, so that our value would be overwritten. */
function setIn({ spec, packageJson }: ArrangementRequest): (variable: string) => boolean {
  const lines = [spec.test, ...scriptsOf(packageJson).values()];
  return (variable) => lines.some((line) => new RegExp(String.raw`\b${variable}=`).test(line));
}
