import type { Arm } from '../plan/arm.ts';
import type { Question } from '../plan/question.ts';
import { wordTexts } from './word-texts.ts';

// More than a check, its confirmation and a search ever number.
const mostNumbers = 200;

/** Tells the answers that a search for words behind these questions could take: to a text that it makes, by their number. */
export function searchedAnswers(
  questions: readonly Question[],
): (answer: { readonly key: string; readonly sample: number }) => boolean {
  let arms: readonly Arm[] | null = null;
  return ({ key, sample }) => {
    if (sample >= mostNumbers) return false;
    // Cutting texts takes a while, and most checks have no such answer.
    arms ??= questions.filter(({ asks }) => asks === 'regression').flatMap((question) => textsOf(question));
    return arms.some((arm) => arm.keyOf(sample) === key);
  };
}

function textsOf(question: Question): readonly Arm[] {
  const { parts, textWith } = wordTexts(question);
  const prefixes = Array.from({ length: parts.length + 1 }, (_, length) =>
    textWith((place) => place < length),
  );
  return [
    ...prefixes,
    ...parts.flatMap((_, place) => [textWith((each) => each === place), textWith((each) => each !== place)]),
  ];
}
