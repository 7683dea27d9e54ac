import { escapeGlob, pathMatcher } from './path-matcher.ts';
import { isRunnerConfiguration, runnerConfiguration } from './runner-configuration.ts';
import type { Spec } from './spec.ts';

/** What paths of a commit are to one spec. Made once for many paths: compiling a glob costs more than matching it. */
export type PathRules = {
  /** A test, by its name or by the spec's `tests`. */
  readonly isTest: (path: string) => boolean;
  /** Never emptied and never written, even if `writes` covers it. */
  readonly isProtected: (path: string) => boolean;
  /** A model may create it. */
  readonly mayWrite: (path: string) => boolean;
};

/** The rules for paths of one spec. */
export function pathRules(spec: Spec): PathRules {
  const files = new Set(spec.files);
  const isNamed = pathMatcher(spec.tests);
  const isContext = pathMatcher(spec.context);
  const isInstruction = pathMatcher(spec.instructions);
  const isCovered = pathMatcher(spec.writes);
  // `duration.spec.md` is a test by its name, but not if it is the spec.
  const isTest = (path: string): boolean =>
    !files.has(path) && !isInstruction(path) && (isNamed(path) || isTestByName(path));
  const steersTests = (path: string): boolean =>
    isRunnerConfiguration(path) && !spec.writes.some((pattern) => namesExactly(pattern, path));
  const isProtected = (path: string): boolean =>
    files.has(path) || isInstruction(path) || isContext(path) || isTest(path) || steersTests(path);
  return { isTest, isProtected, mayWrite: (path) => isCovered(path) && !isProtected(path) };
}

/** The committed paths that are emptied before each generation, in the given order. */
export function emptiedPaths(paths: readonly string[], spec: Spec): readonly string[] {
  return paths.filter(pathRules(spec).mayWrite);
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

/** Files that are tests by name, at any depth: a `tests` folder counts in every package of a monorepo. */
const testsByName = [
  '**/*.test.*',
  '**/*.spec.*',
  '**/__tests__/**',
  '**/test_*.py',
  '**/*_test.py',
  '**/*_test.go',
  '**/conftest.py',
  '**/tests/**',
  // What `node --test` also takes for tests (docs/decisions/0010-tests-by-name.md).
  '**/{test,test-*,*[-_]test}.{js,cjs,mjs,jsx,ts,cts,mts,tsx}',
  '**/test/**',
];

const isTestByName = pathMatcher(testsByName);

// A wildcard that happens to match a package.json is not meant to hand over the test command.
function namesExactly(pattern: string, path: string): boolean {
  const plain = plainOf(pattern);
  return plain === path || plain === escapeGlob(path);
}

function plainOf(pattern: string): string {
  return pattern.replace(/^(?:\.\/+)+/, '');
}
