import { escapeGlob, pathMatcher } from './path-matcher.ts';
import { isRunnerConfiguration, runnerConfiguration } from './runner-configuration.ts';
import type { Spec } from './spec.ts';

/** What the paths of a commit are to one spec. Made once for many paths: a glob costs more to read than to ask. */
export type PathRules = {
  /** A test, by its name or by the spec's `tests`. */
  readonly isTest: (path: string) => boolean;
  /** Never emptied and never written, even where `writes` covers it. */
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
  // `duration.spec.md` is a test by name, but where it is the spec it is not.
  const isTest = (path: string): boolean =>
    !files.has(path) && !isInstruction(path) && (isNamed(path) || isTestByName(path));
  const steersTests = (path: string): boolean =>
    isRunnerConfiguration(path) && !spec.writes.some((pattern) => namesExactly(pattern, path));
  const isProtected = (path: string): boolean =>
    files.has(path) || isInstruction(path) || isContext(path) || isTest(path) || steersTests(path);
  return { isTest, isProtected, mayWrite: (path) => isCovered(path) && !isProtected(path) };
}

/** The committed paths that are emptied before each generation, in the order given. */
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

// A wildcard that happens to cover a package.json does not mean to hand over the test command.
function namesExactly(pattern: string, path: string): boolean {
  const plain = plainOf(pattern);
  return plain === path || plain === escapeGlob(path);
}

function plainOf(pattern: string): string {
  return pattern.replace(/^(?:\.\/+)+/, '');
}
