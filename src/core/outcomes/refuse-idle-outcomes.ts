import type { Question } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import { canBlock } from '../statistics/detectable.ts';
import { mostSamples } from './limits.ts';
import { outcomesError } from './refuse-outcomes.ts';

/** Refuses outcomes of which none could make the gate fail, whatever they were: a green gate would be misleading. */
export function refuseIdleOutcomes(
  questions: readonly Question[],
  { decide, failOn }: { readonly decide: Settings['decide']; readonly failOn: Settings['gate']['failOn'] },
): void {
  // Half of alpha is for the suite as a whole; Holm begins with the number of all questions.
  const level = decide.alpha / (2 * questions.length);
  if (failOn === 'never' || questions.some(({ looks }) => canBlock(looks, level))) return;
  const most = Math.max(...questions.flatMap(({ looks }) => looks.map(({ head }) => head)));
  const needed = fewestSamples(level);
  throw outcomesError(
    'TOO_FEW_SAMPLES',
    `with ${questions.length === 1 ? 'one question' : `${questions.length} questions`} and at most ${most} measured samples a side, even an item that always passed and now never does would not be significant.`,
    needed === null
      ? 'Judge fewer items together.'
      : `Collect at least ${needed} samples a side, judge fewer items together, or give \`--fail-on never\`.`,
  );
}

function fewestSamples(level: number): number | null {
  for (let samples = 2; samples <= mostSamples; samples += 1)
    if (canBlock([{ base: samples, head: samples }], level)) return samples;
  return null;
}
