import type { PlannedQuestion } from '../records/record.ts';
import { recordedDraw } from './draw.ts';
import type { Question } from './question.ts';

/** A question as it is put on record. */
export function plannedOf(question: Question): PlannedQuestion {
  const { asks, looks, baseSamples, reused, confirming, headSamples } = question;
  const areFirst = headSamples.every((sample, index) => sample === index);
  return {
    spec: question.change.name,
    model: question.head.model.id,
    ...{ asks, looks, baseSamples, reused, confirming },
    ...(areFirst ? {} : { headSamples }),
  };
}

/**
 * The questions with the samples that a plan of the same key gives them: such a plan asks the same in the same order,
 * whatever its specs and models are called by now. null where it does not, so that it is no plan of these questions.
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

// How often an arm that is measured alone is looked at follows from the settings, and from no plan.
function withDraw(question: Question, known: PlannedQuestion): Question {
  const draw = recordedDraw(known);
  return question.base === null ? { ...question, headSamples: draw.headSamples } : { ...question, ...draw };
}
