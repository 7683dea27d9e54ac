import type { PlannedQuestion } from '../records/record.ts';
import { recordedDraw } from './draw.ts';
import type { Question } from './question.ts';

/** A question as it is stored. */
export function plannedOf(question: Question): PlannedQuestion {
  const { asks, looks, baseSamples, reused, confirming, headSamples, endsFutile } = question;
  const areFirst = headSamples.every((sample, index) => sample === index);
  return {
    spec: question.change.name,
    model: question.head.model.id,
    ...{ asks, looks, baseSamples, reused, confirming },
    ...(areFirst ? {} : { headSamples }),
    ...(endsFutile ? { endsFutile } : {}),
  };
}

/**
 * The questions with the samples from a stored plan with the same key: such a plan asks the same in the same order,
 * even if its specs and models have other names. null if it does not, because then it is no plan of these questions.
 */
export function asPlanned(
  asked: readonly Question[],
  planned: readonly PlannedQuestion[],
): readonly Question[] | null {
  if (planned.length !== asked.length) return null;
  const drawn = asked.flatMap((question, index) => {
    const known = planned[index];
    return known?.asks === question.asks ? [withDraw(question, known)] : [];
  });
  return drawn.length === asked.length ? drawn : null;
}

// The looks of a question about one arm follow from the settings, not from a plan.
function withDraw(question: Question, known: PlannedQuestion): Question {
  const draw = recordedDraw(known);
  return question.base === null ? { ...question, headSamples: draw.headSamples } : { ...question, ...draw };
}
