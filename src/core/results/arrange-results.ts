import type { Spec } from '../specs/spec.ts';
import { findRunners } from './find-runners.ts';
import type { FoundRunner } from './find-runners.ts';
import { guardOption, nodeTestOptions } from './node-test-options.ts';
import { scriptsOf } from './npm-scripts.ts';
import { shellQuoted } from './shell-words.ts';

/** A file in the folder of reports that a runner was asked for: without it the run has no report. */
export type ExpectedFile = { readonly name: string; readonly format: 'jest-json' | 'junit' | 'go-test' };

/** Where the report of an arranged run is to be read from. */
export type Reading =
  | { readonly kind: 'exit-code' }
  /** Path relative to the spec's directory. */
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'asked';
      readonly files: readonly ExpectedFile[];
      readonly nodeTest: 'expected' | 'possible';
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
        environment: guarded(request, scriptsOf(request.packageJson)),
        reading: { kind: 'file', path: results.path },
      };
    case 'auto':
      return arrangeAuto(request);
  }
}

function arrangeAuto(request: ArrangementRequest): Arrangement {
  const { spec, packageJson, reports, reporter } = request;
  const scripts = scriptsOf(packageJson);
  const runners = findRunners(spec.test, scripts);
  const asked = askByArguments(spec.test, runners, reports);
  const nodeOptions = hasOwnNodeOptions(spec.test, scripts)
    ? null
    : nodeTestOptions({ runners, reports, reporter });
  const pytest = runners.some(({ runner }) => runner === 'pytest');
  const isNodeTest = nodeOptions !== null && runners.some(({ runner }) => runner === 'node-test');
  return {
    command: asked.command,
    environment: {
      ...guarded(request, scripts, nodeOptions),
      // The xunit1 family is the one that names the file.
      ...(pytest
        ? {
            PYTEST_ADDOPTS: `-o junit_family=xunit1 ${shellQuoted(`--junitxml=${reports}/${pytestFile.name}`)}`,
          }
        : {}),
    },
    reading: {
      kind: 'asked',
      files: [...asked.files, ...(pytest ? [pytestFile] : [])],
      nodeTest: isNodeTest ? 'expected' : 'possible',
    },
  };
}

/** NODE_OPTIONS with the guard in front, where the command leaves them to us. */
function guarded(
  { spec, guard = null, reports, reporter }: ArrangementRequest,
  scripts: ReadonlyMap<string, string>,
  nodeOptions: string | null = null,
): Readonly<Record<string, string>> {
  if (guard === null || hasOwnNodeOptions(spec.test, scripts))
    return nodeOptions === null ? {} : { NODE_OPTIONS: nodeOptions };
  return {
    NODE_OPTIONS: [guardOption(reporter), ...(nodeOptions === null ? [] : [nodeOptions])].join(' '),
    SPEC_PORTABILITY_GUARD: `${guard.key} ${guard.mode} ${reports}`,
  };
}

const pytestFile: ExpectedFile = { name: 'pytest.xml', format: 'junit' };

/** Puts words into the command for each runner that they can reach; the last one first, so that places hold. */
function askByArguments(
  test: string,
  runners: readonly FoundRunner[],
  reports: string,
): { readonly command: string; readonly files: readonly ExpectedFile[] } {
  const additions = runners.flatMap(({ runner, place }, index) => {
    if (place === null || runner === 'pytest' || runner === 'node-test') return [];
    if (runner === 'go-test' && sendsItsOutputAway(test.slice(place.at))) return [];
    const format = runner === 'go-test' ? 'go-test' : 'jest-json';
    const name = `${runner}-${index + 1}.json`;
    const words = argumentsFor[runner](`${reports}/${name}`);
    return [{ at: place.at, text: ` ${place.separator}${words}`, file: { name, format } as const }];
  });
  const command = additions.reduceRight(
    (line, { at, text }) => `${line.slice(0, at)}${text}${line.slice(at)}`,
    test,
  );
  return { command, files: additions.map(({ file }) => file) };
}

// Of two redirections the later one wins, and ours would stay empty.
function sendsItsOutputAway(rest: string): boolean {
  return /^[^;&|\n]*(?<![02-9])>/.test(rest);
}

const argumentsFor = {
  jest: (file: string): string => `--json ${shellQuoted(`--outputFile=${file}`)}`,
  vitest: (file: string): string =>
    `--reporter=default --reporter=json ${shellQuoted(`--outputFile.json=${file}`)}`,
  // The go command knows no output file: what it prints goes there.
  'go-test': (file: string): string => `-json > ${shellQuoted(file)}`,
};

/** A command that sets NODE_OPTIONS itself would throw ours away. */
function hasOwnNodeOptions(test: string, scripts: ReadonlyMap<string, string>): boolean {
  return [test, ...scripts.values()].some((line) => /\bNODE_OPTIONS=/.test(line));
}
