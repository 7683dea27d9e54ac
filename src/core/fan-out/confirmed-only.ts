import type { Question } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import { answeredOf } from '../verdict/answered-of.ts';
import { awaitingConfirmation } from '../verdict/decide.ts';
import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';

/**
 * Removes confirmations that one job would not have drawn. A shard confirms everything that might block; over all
 * questions Holm leaves only some of it to be confirmed.
 */
export function confirmedOnly(
  measurements: Measurements,
  questions: readonly Question[],
  settings: Pick<Settings, 'decide'>,
): Measurements {
  const confirming = new Map(questions.map(({ id, confirming: samples }) => [id, new Set(samples)]));
  const isConfirming = ({ question, role, sample }: MeasuredCell): boolean =>
    role === 'base' && confirming.get(question)?.has(sample) === true;
  const without = measurements.with(measurements.cells.filter((cell) => !isConfirming(cell)));
  const answers = questions.map((question) => answeredOf(question, without));
  const awaiting = awaitingConfirmation(answers, settings);
  const waiting = new Set(awaiting.map(({ question }) => question.id));
  const isKept = (cell: MeasuredCell): boolean => !isConfirming(cell) || waiting.has(cell.question);
  return measurements.with(measurements.cells.filter((cell) => isKept(cell)));
}
