import { generationKey } from '../../core/generation/generation-key.ts';
import type { MeasuredCell } from '../../core/verdict/measurements.ts';
import { armsOf } from '../../core/plan/plan.ts';
import type { Plan, Question } from '../../core/plan/plan.ts';
import { promptOf } from '../../core/generation/prompt-of.ts';

/** Tells the key of a cell's generation, whether or not there was one. */
export function keyReader(plan: Plan): (cell: Pick<MeasuredCell, 'arm' | 'sample' | 'generation'>) => string {
  const questions = new Map<MeasuredCell['arm'], Question>(
    plan.questions.flatMap((question) => armsOf(question).map((arm) => [arm, question] as const)),
  );
  return ({ arm, sample, generation }) => {
    if (generation !== null) return generation.key;
    const question = questions.get(arm);
    if (question === undefined) throw new Error('a cell of no question');
    return generationKey({ prompt: promptOf(question, arm.version), model: arm.model, sample });
  };
}
