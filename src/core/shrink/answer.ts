import type { VerdictWord } from '../records/verdict-word.ts';
import type { Tally } from '../statistics/tally.ts';

/** A spec on a model: whom a shorter text has to satisfy. */
export type Subject = { readonly spec: string; readonly model: string };

/** What one shorter text came to on one of them, against the original text. */
export type Answer = Subject & {
  readonly verdict: VerdictWord;
  readonly base: Tally;
  readonly head: Tally;
  /** The smallest drop that is ruled out, in a confirmation for each test too; null = none is. */
  readonly excludes: number | null;
  readonly brokenTests: readonly string[];
  /** Tests that were compared besides the suite. */
  readonly tests: number;
};

/**
 * `held`: on all subjects. `broken`: a drop is shown on at least one. `open`: neither. `waiting`: it holds so far, and
 * not all have been asked.
 */
export type Outcome = 'held' | 'broken' | 'open' | 'waiting';

/** What the answers about one text say together. `holding` are the verdicts of a text that does no worse. */
export function outcomeOf(
  answers: readonly Answer[],
  subjects: readonly Subject[],
  holding: readonly VerdictWord[] = ['held', 'improved'],
): Outcome {
  if (answers.some(({ verdict }) => verdict === 'regressed')) return 'broken';
  if (answers.some(({ verdict }) => !holding.includes(verdict))) return 'open';
  return subjects.every((subject) => answers.some((answer) => isSame(answer, subject))) ? 'held' : 'waiting';
}

/** Whether both are the same spec on the same model. */
export function isSame(one: Subject, other: Subject): boolean {
  return one.spec === other.spec && one.model === other.model;
}
