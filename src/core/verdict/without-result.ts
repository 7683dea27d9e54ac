import type { Outcome } from '../results/outcome.ts';
import type { Samples } from './examine.ts';

/** Samples that failed although no test did, by side, and why: no code, or tests that did not end or did not run. */
export type WithoutResult = { readonly why: string; readonly base: number; readonly head: number };

/** The reasons of a question's failed samples in which no test failed, the most frequent first. */
export function withoutResult({ base, head }: Pick<Samples, 'base' | 'head'>): readonly WithoutResult[] {
  const sides = { base: base.flatMap(reasonOf), head: head.flatMap(reasonOf) };
  const reasons = [...new Set([...sides.head, ...sides.base])];
  return reasons
    .map((why) => ({ why, base: countOf(sides.base, why), head: countOf(sides.head, why) }))
    .toSorted((one, other) => other.head - one.head || other.base - one.base);
}

function reasonOf(outcome: Outcome): readonly string[] {
  if (outcome.kind === 'no-report') return [outcome.why];
  return outcome.kind === 'no-code' ? [noCode[outcome.why]] : [];
}

const noCode = {
  refused: 'the model refused to write code',
  truncated: 'the answer was cut off',
  unreadable: 'the answer held no readable files',
  'unsafe-path': 'the answer broke the rules for files; the page says how',
  'too-long': 'the prompt was too long for the model',
  'turn-limit': 'the agent took all its turns',
  'token-limit': 'the agent used all its tokens',
  'money-limit': 'the agent used all its money',
  'time-limit': 'the agent took all its time, twice',
} as const;

/** The reasons among these that say that an answer came, and no code could be read from it. */
export const unreadWords: ReadonlySet<string> = new Set([noCode.truncated, noCode.unreadable]);

/** Those that say that an agent reached one of its own limits. */
export const limitWords: ReadonlySet<string> = new Set([
  noCode['turn-limit'],
  noCode['token-limit'],
  noCode['money-limit'],
  noCode['time-limit'],
]);

/** The one that says that an answer held a file that it may not hold. */
export const fileRuleWords: ReadonlySet<string> = new Set([noCode['unsafe-path']]);

function countOf(all: readonly string[], wanted: string): number {
  return all.filter((each) => each === wanted).length;
}
