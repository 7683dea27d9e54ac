import type { Arm } from './arm.ts';
import { sidesOf, type Question } from './question.ts';

/** One answer that a plan may take: its sample of an arm, and the key under which it is on record. */
export type PlannedAnswer = { readonly arm: Arm; readonly sample: number; readonly key: string };

/** Every answer that the questions may take, those that would confirm a regression among them. */
export function plannedAnswers(questions: readonly Question[]): readonly PlannedAnswer[] {
  return questions.flatMap((question) =>
    sidesOf(question).flatMap(({ role, arm, samples }) => {
      const confirming = role === 'base' ? question.confirming : [];
      return [...samples, ...confirming].map((sample) => ({ arm, sample, key: arm.keyOf(sample) }));
    }),
  );
}
