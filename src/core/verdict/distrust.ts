import { isReadingSign } from '../generation/reading-signs.ts';
import { claimsPass, signsWithoutGeneratedCode, isTampered } from '../results/tampered.ts';
import type { Sign } from '../results/test-report.ts';
import type { Question } from '../plan/question.ts';
import { expectedTests } from './expected-tests.ts';
import type { MeasuredCell, Measurements } from './measurements.ts';
import { cellsDrawn } from './samples-of.ts';
import type { Verdict } from './verdict.ts';

/** Why nothing may speak for the change in a question, as part of a sentence; null if it may. */
export function distrustOf(question: Question, measurements: Measurements): string | null {
  return (
    alteredJudge(question, measurements) ??
    signsOnHeadAlone(question, measurements) ??
    outOfReach(question, measurements) ??
    testsLeftOut(question, measurements) ??
    passesThatReadTests(question, measurements)
  );
}

/**
 * A change whose judge is not trusted can still be found guilty, but not cleared: nothing that is seen on the head
 * excuses the head.
 */
export function cappedBy<Capped extends Pick<Verdict, 'verdict' | 'requirements' | 'why' | 'excludes'>>(
  verdict: Capped,
  distrust: string | null,
): Capped {
  if (distrust === null) return verdict;
  const { requirements } = verdict;
  const isMet = requirements?.verdict === 'met';
  const capped = isMet ? { ...verdict, requirements: { ...requirements, verdict: 'undecided' } } : verdict;
  if (!speaksFor.has(verdict.verdict)) return capped;
  const why = `it would be ${verdict.verdict}, but ${distrust}`;
  return { ...capped, verdict: 'inconclusive', excludes: null, why };
}

const speaksFor: ReadonlySet<Verdict['verdict']> = new Set(['held', 'improved', 'portable']);

function alteredJudge({ head }: Question, { trees }: Pick<Measurements, 'trees'>): string | null {
  const judge = trees.get(head.version)?.judge;
  if (judge === undefined || judge.agree || judge.accepted !== null) return null;
  return `the change alters how its own tests are run (${judge.altered.join('; ')}), and nobody has accepted that`;
}

// A failure needs no control, so only what speaks for the change rests on one.
function outOfReach(
  { id, head }: Question,
  { trees, cellControls }: Pick<Measurements, 'trees' | 'cellControls'>,
): string | null {
  const controls = cellControls.get(id)?.head ?? trees.get(head.version)?.controls;
  if (controls?.isOutOfReach !== true) return null;
  return 'a pass on the head could not be tested: the lines of the tests that are changed to test a pass on the base are different on the head, and its own code does not pass';
}

// Whatever a change breaks beside the spec may hide what it does to the spec.
function testsLeftOut(question: Question, measurements: Measurements): string | null {
  const [first, ...more] = expectedTests(question, measurements).leftOut;
  if (first === undefined) return null;
  const named = more.length === 0 ? first : `${first} and ${more.length} more`;
  return `not every test could be counted: on the head's own committed code a test fails that passes on the base's, although the code under \`writes\` is the same (${named})`;
}

// A witness may be missing because the head's code does not run yet: specs come before code.
const traces: ReadonlySet<Sign> = new Set(['patched', 'forged', 'files-changed', 'poison-survived']);

// They are not held against a model, because all of the head's samples show them; but they hide what a model may do.
function signsOnHeadAlone({ base, head }: Question, { trees }: Pick<Measurements, 'trees'>): string | null {
  if (base === null || base.version === head.version) return null;
  const onBase = signsWithoutGeneratedCode(trees.get(base.version));
  const added = [...signsWithoutGeneratedCode(trees.get(head.version))].filter(
    (sign) => traces.has(sign) && !onBase.has(sign),
  );
  if (added.length === 0) return null;
  return `the head's own code interferes with its tests in a way that the base's does not (${added.join(', ')}), so a sample that does the same would not be seen`;
}

// A control run shows nothing about code that can tell the changed tests from the committed ones.
function passesThatReadTests(question: Question, measurements: Measurements): string | null {
  const drawn = cellsDrawn(question, 'head', measurements);
  const reading = drawn.filter((cell) => signsIn(cell).length > 0 && speaksForHead(cell, measurements));
  if (reading.length === 0) return null;
  const signs = [...new Set(reading.flatMap(signsIn))].join(', ');
  return `the code of ${reading.length} of ${drawn.length} samples of the head looks as if it read or inspected the tests that it passes (${signs}), so those passes prove nothing`;
}

function signsIn({ suspicions = [] }: MeasuredCell): readonly string[] {
  return suspicions.filter(isReadingSign);
}

// A sample that fails some tests may still meet the new ones. One that tampered counts as failed already.
function speaksForHead({ arm, testRun }: MeasuredCell, { trees }: Measurements): boolean {
  if (testRun === null || isTampered(testRun, signsWithoutGeneratedCode(trees.get(arm.version))))
    return false;
  return claimsPass(testRun) || (testRun.report?.cases ?? []).some(({ status }) => status === 'passed');
}
