import type { Spec } from '../specs/spec.ts';
import { findRunners } from './runners/find-runners.ts';
import { scriptsOf } from './runners/npm-scripts.ts';
import type { Addition, AskedFile, PerProcess } from './runners/runner.ts';
import { runners } from './runners/runners.ts';
import { shellQuoted } from './runners/shell-words.ts';

/** Where the report of an arranged run is to be read from. */
export type Reading =
  | { readonly kind: 'exit-code' }
  /** Path relative to the spec's directory. */
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'asked';
      readonly files: readonly AskedFile[];
      readonly perProcess: readonly PerProcess[];
    };

/** The test command as it is to be run so that its results can be read, and how to read them. */
export type Arrangement = {
  readonly command: string;
  /** To be added to the command's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly reading: Reading;
};

/** Names of the files in the folder of reports that the command was asked for. */
export function askedFiles({ reading }: Arrangement): readonly string[] {
  return reading.kind === 'asked' ? reading.files.map(({ name }) => name) : [];
}

/** What is known before a test command runs. */
export type ArrangementRequest = {
  readonly spec: Pick<Spec, 'test' | 'results'>;
  /** Text of the package.json beside which the command runs. */
  readonly packageJson: string | null;
  /** Absolute path of an empty folder. */
  readonly reports: string;
  /** Absolute path of node-test-reporter.mjs. */
  readonly reporter: string;
  /** What makes a run's own reports known, and whether every test is to fail; null = no guard. */
  readonly guard?: { readonly key: string; readonly mode: 'plain' | 'forced-failure' } | null;
};

/** Makes the runner report by itself where it is one we know, else leaves the command alone. */
export function arrangeResults(request: ArrangementRequest): Arrangement {
  const { test, results } = request.spec;
  switch (results.kind) {
    case 'exit-code':
      return { command: test, environment: {}, reading: { kind: 'exit-code' } };
    case 'file':
      return {
        // A report that is committed in the tree must not be read as this run's.
        command: `rm -f -- ${shellQuoted(results.path)}\n${test}`,
        environment: guarded(request, {}),
        reading: { kind: 'file', path: results.path },
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
      files: [...additions.map(({ file }) => file), ...asked.flatMap(({ files }) => files)],
      perProcess: asked.flatMap(({ perProcess }) => perProcess),
    },
  };
}

// The last one first, so that places hold.
function withAdditions(test: string, additions: readonly Addition[]): string {
  return additions.reduceRight((line, { at, text }) => `${line.slice(0, at)}${text}${line.slice(at)}`, test);
}

/** The environment with the guard loaded before anything else, where the command leaves NODE_OPTIONS to us. */
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

/** The NODE_OPTION that loads the guard, which stands beside the reporter, before anything else. */
function guardOption(reporter: string): string {
  const path = reporter.replace(/[^/]*$/, 'test-guard.cjs');
  return `--require="${path.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Whether the command sets a variable itself: what we say in it would be thrown away. */
function setIn({ spec, packageJson }: ArrangementRequest): (variable: string) => boolean {
  const lines = [spec.test, ...scriptsOf(packageJson).values()];
  return (variable) => lines.some((line) => new RegExp(String.raw`\b${variable}=`).test(line));
}
