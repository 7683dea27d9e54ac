import { remembered } from '../remembered.ts';
import { escapeGlob, pathMatcher } from './path-matcher.ts';
import { steeringPatterns, steersRunner } from './steering-names.ts';
import type { Spec, SpecVersion } from './spec.ts';

/** What paths of a commit are to one spec. Made once for many paths: compiling a glob costs more than matching it. */
export type PathRules = {
  /** A test, by its name or by the spec's `tests`. */
  readonly isTest: (path: string) => boolean;
  /** Never emptied and never written, even if `writes` covers it. */
  readonly isProtected: (path: string) => boolean;
  /** A model may create it. */
  readonly mayWrite: (path: string) => boolean;
  /** `writes` covers it, but it steers a runner and is not named exactly: nobody writes it. */
  readonly isWithheld: (path: string) => boolean;
};

/** What names alone say about paths, for whatever spec. */
export type PathNames = {
  readonly isTestByName: (path: string) => boolean;
  readonly steersRunner: (path: string) => boolean;
};

/** Remembers what it said about a path: for many specs that ask about the paths of the same commits. */
export function rememberedNames(): PathNames {
  return { isTestByName: remembered(isTestByName), steersRunner: remembered(steersRunner) };
}

const rulesOf = new WeakMap<Spec, PathRules>();

/** The rules for paths of one spec. They are made once, because every cell needs them, unless with names of one's own. */
export function pathRules(spec: Spec, names?: PathNames): PathRules {
  if (names !== undefined) return makeRules(spec, names);
  const rules = rulesOf.get(spec) ?? makeRules(spec, { isTestByName, steersRunner });
  rulesOf.set(spec, rules);
  return rules;
}

function makeRules(spec: Spec, names: PathNames): PathRules {
  const files = new Set(spec.files);
  const isNamed = pathMatcher(spec.tests);
  const isContext = pathMatcher(spec.context);
  const isInstruction = pathMatcher(spec.instructions);
  const isCovered = pathMatcher(spec.writes);
  // `duration.spec.md` is a test by its name, but not if it is the spec.
  const isTest = (path: string): boolean =>
    !files.has(path) && !isInstruction(path) && (isNamed(path) || names.isTestByName(path));
  const steersTests = (path: string): boolean =>
    names.steersRunner(path) && !spec.writes.some((pattern) => namesExactly(pattern, path));
  const isProtected = (path: string): boolean =>
    files.has(path) || isInstruction(path) || isContext(path) || isTest(path) || steersTests(path);
  return {
    isTest,
    isProtected,
    mayWrite: (path) => isCovered(path) && !isProtected(path),
    isWithheld: (path) => isCovered(path) && steersTests(path),
  };
}

/** What a reader should know, before any call, about committed files that `writes` covers and nobody may write. */
export function withheldNote({ spec, withheld = [] }: SpecVersion): string | null {
  if (withheld.length === 0) return null;
  const [shown, rest] = [withheld.slice(0, 5).join(', '), withheld.length - 5];
  const files = rest > 0 ? `${shown} and ${rest} more` : shown;
  return `Files that steer a test runner or a build are never written by a model, so these under \`writes\` of ${spec.name} stay as committed: ${files}. To hand one over, name its exact path under \`writes\`.`;
}

/** What a reader should know, before any call, about a change that alters how its own tests are run. */
export function alteredJudgeNote({ spec, judge }: SpecVersion): string | null {
  if (judge === undefined) return null;
  return `The change alters how the tests of ${spec.name} are run: ${judge.altered.join('; ')}. Where that makes a difference, what speaks for the change counts only after somebody has accepted it.`;
}

/** The committed paths that are emptied before each generation, in the given order. */
export function emptiedPaths(paths: readonly string[], spec: Spec): readonly string[] {
  return paths.filter(pathRules(spec).mayWrite);
}

/** The committed paths that `writes` covers and that stay all the same, because they steer a runner. */
export function withheldPaths(paths: readonly string[], spec: Spec): readonly string[] {
  return paths.filter(pathRules(spec).isWithheld);
}

/** The protected paths as globs: the list a prompt prints. */
export function protectedPatterns(spec: Spec): readonly string[] {
  const named = spec.writes.map((pattern) => plainOf(pattern)).filter((path) => steersRunner(path));
  const steering =
    named.length === 0
      ? steeringPatterns
      : steeringPatterns.filter((pattern) => !named.some(pathMatcher([pattern])));
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
