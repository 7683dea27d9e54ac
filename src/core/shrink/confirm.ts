import type { CutSpec } from '../parts/part.ts';
import type { Settings } from '../settings.ts';
import { outcomeOf, type Answer, type Outcome, type Subject } from './answer.ts';
import { lackedIds, removalKey } from './removal.ts';
import { halves } from './split.ts';

/** Where the confirmation of a shorter text stands. Parts are given by id. */
export type Confirming =
  /** The text without these parts has to hold on fresh samples; `attempt` starts at 1. */
  | { readonly kind: 'due'; readonly parts: readonly string[]; readonly attempt: number }
  /** The largest part found that held, which may be empty. */
  | { readonly kind: 'done'; readonly parts: readonly string[] };

/** How an attempt ended, or undefined if it was not made. */
export type AttemptOf = (parts: readonly string[], attempt: number) => Outcome | undefined;

// Each further attempt gets half of the error of the one before, so it takes more samples for less text.
const mostAttempts = 4;

/**
 * Looks for a large part of what is gone that holds against the original text: all of it, otherwise halves, the larger ones
 * first, and what can be added to a half that held. That need not find the largest one. Each attempt is judged on samples of
 * its own.
 */
export function confirmingSoFar(
  { cut, gone }: { readonly cut: CutSpec; readonly gone: readonly string[] },
  attemptOf: AttemptOf,
): Confirming {
  let kept: readonly string[] = [];
  let chunks: (readonly string[])[] = [gone];
  const failed = new Set<string>();
  let attempt = 1;
  for (let chunk = chunks.shift(); chunk !== undefined && attempt <= mostAttempts; chunk = chunks.shift()) {
    if (chunk.length === 0) continue;
    const parts = [...kept, ...chunk];
    // What only goes with other parts is no text of its own.
    if (lackedIds(cut, parts).length === lackedIds(cut, kept).length) {
      kept = parts;
      continue;
    }
    const isKnownToFail = failed.has(removalKey(parts));
    const outcome = isKnownToFail ? 'open' : attemptOf(parts, attempt);
    if (outcome === undefined) return { kind: 'due', parts, attempt };
    if (!isKnownToFail) attempt += 1;
    if (outcome === 'held') kept = parts;
    else {
      failed.add(removalKey(parts));
      if (chunk.length > 1) chunks = largestFirst([...chunks, ...halves(chunk)]);
    }
  }
  return { kind: 'done', parts: kept };
}

/**
 * The rules of one attempt: the drop has to be ruled out for the suite and for each test. Over all attempts together the
 * chance to offer a text on which one of them is worse by `drop` is at most `beta`, because the first attempt gets half of it,
 * the second a quarter, and so on.
 */
export function rulesOf(decide: Settings['decide'], attempt: number): Settings['decide'] {
  const drop = Math.min(0.4, decide.drop);
  return { ...decide, drop, beta: Math.min(0.05, decide.beta) / 2 ** attempt, everyTest: true };
}

/**
 * Numbers of samples at which an attempt is judged. With the default 12 a text that lost nothing would be confirmed on
 * three models about half of the time, because so small an error needs more samples; with 24 it is 19 times in 20.
 */
export function confirmingLooks(looks: readonly number[]): readonly number[] {
  return (looks.at(-1) ?? 0) > 24 ? looks : [5, 8, 12, 16, 20, 24];
}

/**
 * What an attempt came to. An improvement is not enough here: where one test passes more often, another one may still have
 * lost what is not ruled out.
 */
export function attemptOutcome(answers: readonly Answer[], subjects: readonly Subject[]): Outcome {
  return outcomeOf(answers, subjects, ['held']);
}

function largestFirst(chunks: readonly (readonly string[])[]): (readonly string[])[] {
  return chunks.toSorted((one, other) => other.length - one.length);
}
