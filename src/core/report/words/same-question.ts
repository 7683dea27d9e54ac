import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';

type Asked = Pick<Verdict, 'spec' | 'model' | 'insteadOf'>;

/** What tells the questions of one run apart: one spec can be asked about its new text and about a new model at once. */
export function isSameQuestion(one: Asked, other: Asked): boolean {
  return one.spec === other.spec && one.model === other.model && one.insteadOf === other.insteadOf;
}

/** The rows of the matrix that a verdict rests on. */
export function rowsBehind({ matrix }: PortabilitySummary, verdict: Verdict): readonly MatrixRow[] {
  const asks = verdict.asks === 'model-switch' ? verdict.asks : undefined;
  return matrix.filter(
    (row) => row.spec === verdict.spec && row.asks === asks && row.byModel.has(verdict.model),
  );
}
