import type { GeneratedFile } from '../../generation/completion.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { CellStory, ComparisonEvidence } from '../evidence/evidence.ts';
import { outcomeWords } from './cell-text.ts';
import { writtenFiles } from './written-files.ts';

/** A generation that fails, one that passes, and what the tests say about the difference. */
export type Pair = {
  /** null if no model passes. */
  readonly passing: Generation | null;
  readonly failing: Generation;
  /** The failed test; null if the run failed without one. */
  readonly test: string | null;
  /** What the test said, or why there was no result. */
  readonly message: string;
};

/** One generation with the files that it wrote. */
export type Generation = {
  readonly story: CellStory;
  readonly files: readonly GeneratedFile[];
  /** It is not by the model that the verdict is about. */
  readonly isOfAnother: boolean;
};

/**
 * The failing generation that shows best what a verdict says, and the passing one that differs from it least, so that
 * little stands between the reader and the cause: one of the same model, or else of another. null if none fails.
 */
export function pairOf(
  comparison: ComparisonEvidence,
  verdict: Pick<Verdict, 'brokenTests' | 'requirements'>,
  all: readonly ComparisonEvidence[],
): Pair | null {
  const sought = soughtIn(verdict);
  const failed = comparison.cells.filter((story) => sought.fails(story));
  const story = failed.find((candidate) => failedCase(candidate, sought.tests) !== null) ?? failed[0];
  if (story === undefined) return null;
  const failing = { story, files: writtenFiles(story.cell), isOfAnother: false };
  const passingOf = ({ cells }: ComparisonEvidence): readonly CellStory[] =>
    cells.filter((candidate) => sought.passes(candidate)).toSorted(oldTextFirst);
  const others = all.filter(({ spec, model }) => spec === comparison.spec && model !== comparison.model);
  const passing =
    nearest(passingOf(comparison), failing) ??
    nearest(
      others.flatMap((other) => passingOf(other).slice(0, 1)),
      failing,
    );
  return {
    passing:
      passing === null
        ? null
        : { ...passing, isOfAnother: passing.story.cell.arm.model.id !== story.cell.arm.model.id },
    failing,
    ...said(story, sought.tests),
  };
}

type Sought = {
  readonly tests: ReadonlySet<string>;
  readonly fails: (story: CellStory) => boolean;
  readonly passes: (story: CellStory) => boolean;
};

function soughtIn({ brokenTests, requirements }: Pick<Verdict, 'brokenTests' | 'requirements'>): Sought {
  const isNewUnmet = brokenTests.length === 0 && requirements !== null && requirements.verdict !== 'met';
  if (isNewUnmet) {
    // The outcome of a sample is that of the tests which both sides have, and the old text knows nothing of the new.
    const tests = new Set(requirements.tests.filter(({ failed }) => failed > 0).map(({ test }) => test));
    const isNew = (story: CellStory): boolean => story.role === 'head' && hasFiles(story);
    return {
      tests,
      fails: (story) => isNew(story) && failedCase(story, tests) !== null,
      passes: (story) => isNew(story) && story.outcome.kind === 'passed' && failedCase(story, tests) === null,
    };
  }
  return {
    tests: new Set(brokenTests),
    fails: (story) => ['failed', 'no-report'].includes(story.outcome.kind) && hasFiles(story),
    passes: (story) => story.outcome.kind === 'passed' && hasFiles(story),
  };
}

// Of a sample that somebody else took, no file is known.
function hasFiles({ cell }: CellStory): boolean {
  return cell.code.kind === 'files' && cell.generation !== null;
}

// What the old text led to is what the new one is measured against.
function oldTextFirst(one: CellStory, other: CellStory): number {
  return Number(one.role === 'head') - Number(other.role === 'head');
}

// More of them would take longer to read than the page may take.
const compared = 4;

function nearest(stories: readonly CellStory[], failing: Generation): Generation | null {
  const lines = linesOf(failing.files);
  let best: Generation | null = null;
  let fewest = Infinity;
  for (const story of stories.slice(0, compared)) {
    const files = writtenFiles(story.cell);
    const own = linesOf(files);
    const shared = [...own].filter((line) => lines.has(line)).length;
    const differing = own.size + lines.size - 2 * shared;
    if (differing < fewest) [best, fewest] = [{ story, files, isOfAnother: false }, differing];
  }
  return best;
}

function linesOf(files: readonly GeneratedFile[]): Set<string> {
  return new Set(files.flatMap(({ content }) => content.slice(0, 200_000).split('\n')));
}

type TestCase = { readonly id: string; readonly message: string };

/** The first of these tests that failed in a generation's run; null if none did. */
function failedCase({ cell }: CellStory, tests: ReadonlySet<string>): TestCase | null {
  const cases = cell.testRun?.report?.cases ?? [];
  return cases.find(({ id, status }) => status === 'failed' && tests.has(id)) ?? null;
}

function said(story: CellStory, wanted: ReadonlySet<string>): Pick<Pair, 'test' | 'message'> {
  const failed = story.cell.testRun?.report?.cases.find(({ status }) => status === 'failed');
  const shown = failedCase(story, wanted) ?? failed;
  return shown === undefined
    ? { test: null, message: outcomeWords(story) }
    : { test: shown.id, message: shown.message };
}
