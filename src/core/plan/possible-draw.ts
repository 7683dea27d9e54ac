import { digest } from '../digest.ts';
import type { PlannedQuestion } from '../records/record.ts';
import type { Settings } from '../settings.ts';
import { lonePlan, planWith, storedSteps, withoutShort } from '../statistics/sampling-plan.ts';

/**
 * Whether this program could have drawn a question that a file from elsewhere plans. The looks are computed again from
 * the number of reused samples; only the sample numbers themselves are taken from the file.
 */
export function isPossibleDraw(question: PlannedQuestion, { samples }: Pick<Settings, 'samples'>): boolean {
  const { looks, baseSamples, reused, confirming } = question;
  if (question.asks === 'portable')
    return (
      [baseSamples, reused, confirming].every((numbers) => numbers.length === 0) &&
      digest(looks) === digest(lonePlan(samples.looks))
    );
  const expected = planWith(reused.length, samples.looks);
  const drawn = [...baseSamples, ...confirming];
  return (
    isStep(reused.length, samples.base) &&
    // A plan on record may be from before there were short looks.
    [expected, withoutShort(expected)].some((plan) => digest(looks) === digest(plan)) &&
    baseSamples.length === expected.at(-1)?.base &&
    reused.every((sample, index) => baseSamples[index] === sample) &&
    confirming.length === (reused.length === 0 ? 0 : samples.confirm) &&
    new Set(drawn).size === drawn.length
  );
}

function isStep(count: number, most: number): boolean {
  return count === 0 || (count <= most && storedSteps.some((step) => step === count));
}
