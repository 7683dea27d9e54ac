import { besideOf } from '../../records/asks.ts';
import type { Asks } from '../../records/asks.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';

type Asked = Pick<Verdict, 'spec' | 'model' | 'insteadOf'> & { readonly asks?: Asks };

/** Whether two rows belong to the same question. One run can ask about a spec's new text and about a new model. */
export function isSameQuestion(one: Asked, other: Asked): boolean {
  return (
    one.spec === other.spec &&
    one.model === other.model &&
    one.insteadOf === other.insteadOf &&
    besideOf(one.asks) === besideOf(other.asks)
  );
}

/** The rows of the matrix that belong to a verdict. */
export function rowsBehind({ matrix }: PortabilitySummary, verdict: Verdict): readonly MatrixRow[] {
  const asks = besideOf(verdict.asks);
  return matrix.filter(
    (row) => row.spec === verdict.spec && row.asks === asks && row.byModel.has(verdict.model),
  );
}
