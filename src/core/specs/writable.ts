import { escapeGlob, pathMatcher } from './path-matcher.ts';
import { isRunnerConfiguration, runnerConfiguration } from './runner-configuration.ts';
import type { Spec } from './spec.ts';

/** Whether a file is a test for this spec, by its name or by the spec's `tests`. */
export function isTest(path: string, spec: Spec): boolean {
  return rulesOf(spec).isTest(path);
}

/** Whether a path is never emptied and never written, even where `writes` covers it. */
export function isProtected(path: string, spec: Spec): boolean {
  return rulesOf(spec).isProtected(path);
}

/** Whether a model may create this path for this spec. */
export function mayWrite(path: string, spec: Spec): boolean {
  const rules = rulesOf(spec);
  return rules.isCovered(path) && !rules.isProtected(path);
}

/** The committed paths that are emptied before each generation, in the order given. */
export function emptiedPaths(paths: readonly string[], spec: Spec): readonly string[] {
  return paths.filter((path) => mayWrite(path, spec));
}

/** The protected paths as globs: the list a prompt prints. */
export function protectedPatterns(spec: Spec): readonly string[] {
  const named = spec.writes.map((pattern) => plainOf(pattern)).filter((path) => isRunnerConfiguration(path));
  const steering =
    named.length === 0
      ? runnerConfiguration
      : runnerConfiguration.filter((pattern) => !named.some(pathMatcher([pattern])));
  return [
    ...new Set([
      ...testsByName,
      ...spec.tests,
      ...spec.context,
      ...spec.instructions,
      ...spec.files,
      ...steering,
    ]),
  ];
}

/** Files that are tests by name, at any depth: a `tests` folder of a monorepo's package counts as the root's does. */
const testsByName = [
  '**/*.test.*',
  '**/*.spec.*',
  '**/__tests__/**',
  '**/test_*.py',
  '**/*_test.py',
  '**/*_test.go',
  '**/conftest.py',
  '**/tests/**',
  // What `node --test` takes for tests besides (docs/decisions/0010-tests-by-name.md).
  '**/{test,test-*,*[-_]test}.{js,cjs,mjs,jsx,ts,cts,mts,tsx}',
  '**/test/**',
];

const isTestByName = pathMatcher(testsByName);

type Rules = {
  readonly isTest: (path: string) => boolean;
  readonly isProtected: (path: string) => boolean;
  readonly isCovered: (path: string) => boolean;
};

// Compiling globs costs more than asking them, and one spec is asked about every path of a commit.
const known = new WeakMap<Spec, Rules>();

function rulesOf(spec: Spec): Rules {
  const rules = known.get(spec) ?? makeRules(spec);
  known.set(spec, rules);
  return rules;
}

function makeRules(spec: Spec): Rules {
  const files = new Set(spec.files);
  const isNamed = pathMatcher(spec.tests);
  const isContext = pathMatcher(spec.context);
  const isInstruction = pathMatcher(spec.instructions);
  // `duration.spec.md` is a test by name, but where it is the spec it is not.
  const isTestFile = (path: string): boolean =>
    !files.has(path) && !isInstruction(path) && (isNamed(path) || isTestByName(path));
  const steersTests = (path: string): boolean =>
    isRunnerConfiguration(path) && !spec.writes.some((pattern) => namesExactly(pattern, path));
  return {
    isTest: isTestFile,
    isProtected: (path) =>
      files.has(path) || isInstruction(path) || isContext(path) || isTestFile(path) || steersTests(path),
    isCovered: pathMatcher(spec.writes),
  };
}

// A wildcard that happens to cover a package.json does not mean to hand over the test command.
function namesExactly(pattern: string, path: string): boolean {
  const plain = plainOf(pattern);
  return plain === path || plain === escapeGlob(path);
}

function plainOf(pattern: string): string {
  return pattern.replace(/^(?:\.\/+)+/, '');
}
