import type { Verdict } from '../../verdict/verdict.ts';
import type { ComparedTest, MatrixRow } from '../../verdict/matrix.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { nameTest } from './naming.ts';
import { words, type Phrases } from './phrases.ts';

/** The rows of the matrix that a verdict rests on. */
export function rowsBehind({ matrix }: PortabilitySummary, { question }: Verdict): readonly MatrixRow[] {
  return matrix.filter(({ byQuestion }) => byQuestion.has(question));
}

/** What failed where nothing passed, after the counts of both sides: "; `test` failed in 25 of 25". */
export function whatFailed(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const [most] = rowsBehind(summary, verdict)
    .filter(({ on }) => on === 'both')
    .map(({ test, byQuestion }) => ({ test, ...countsOf(byQuestion.get(verdict.question)) }))
    .toSorted((one, other) => other.failed - one.failed);
  if (most !== undefined && most.failed > 0)
    return [...words('; '), ...nameTest(most.test), ...words(` failed in ${most.failed} of ${most.ran}`)];
  const [reason] = verdict.withoutResult;
  return reason === undefined ? [] : words(`; in ${reason.base + reason.head} of them ${reason.why}`);
}

function countsOf(compared: ComparedTest | undefined): { readonly failed: number; readonly ran: number } {
  const sides = [compared?.base, compared?.head].flatMap((side) => side ?? []);
  const failed = sides.reduce((sum, side) => sum + side.failed, 0);
  return { failed, ran: failed + sides.reduce((sum, side) => sum + side.passed, 0) };
}
