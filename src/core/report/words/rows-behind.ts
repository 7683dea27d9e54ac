import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';

/** The rows of the matrix that a verdict rests on. */
export function rowsBehind({ matrix }: PortabilitySummary, { question }: Verdict): readonly MatrixRow[] {
  return matrix.filter(({ byQuestion }) => byQuestion.has(question));
}
