import type { Question } from '../../core/plan/question.ts';
import { mayUse } from '../../core/records/trust.ts';
import { UserError } from '../../errors.ts';
import type { Ports } from '../engine/engine.ts';
import type { Mode } from './check-request.ts';

/**
 * The mode of a run that only judges again. Throws TESTS_NOT_ACCEPTED where the answers are not on record: a verdict
 * without them would stand over one that was paid for.
 */
export async function replayOf(
  ports: Pick<Ports, 'records' | 'restoreRecords' | 'reader'>,
  { questions }: { readonly questions: readonly Question[] },
): Promise<Extract<Mode, { readonly kind: 'replay' }>> {
  await ports.restoreRecords();
  for (const { head } of questions) {
    const stored = await ports.records.readGeneration(head.keyOf(0));
    if (stored !== null && mayUse(stored, ports.reader)) continue;
    throw new UserError(
      'TESTS_NOT_ACCEPTED',
      'the acceptance stands, but this job has no record of the answers, so it cannot judge again without asking.',
      'Run the job of the pull request again: it reads the comment, and asks nothing that is on record.',
    );
  }
  return { kind: 'replay' };
}
