import { digest } from '../digest.ts';
import type { Settings } from '../settings.ts';
import { armsOf, type Question } from './question.ts';

/** Everything that identifies a plan: both texts as the models are shown them, both trees, and the rules. */
export function planKey(
  questions: readonly Question[],
  { decide, samples }: Pick<Settings, 'decide' | 'samples'>,
): string {
  const prompts = questions.map((question) => {
    const arms = armsOf(question);
    return [question.asks, ...arms.map((arm) => arm.keyOf(0)), ...arms.map(({ version }) => version.commit)];
  });
  return digest({ kind: 'plan', prompts, decide, samples });
}
