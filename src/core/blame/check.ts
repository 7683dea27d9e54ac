import type { Check, Counts } from './found-words.ts';
import { fitOf, plus, ratesAt, type Sides } from './pass-rate.ts';
import { sharesOf } from './posterior.ts';

/** Which text the check samples next, or what it came to. */
export type CheckState =
  | { readonly kind: 'sample'; readonly text: 'alone' | 'without' }
  | { readonly kind: 'settled'; readonly check: Check };

/** What the check has seen. All samples are fresh: none of detection's and none of the search's. */
export type CheckSeen = {
  /** How often the signal passed at detection. */
  readonly detected: Sides<Counts>;
  /** The base with the found part alone. */
  readonly alone: Counts;
  /** The head without the found part. */
  readonly without: Counts;
};

/** How many samples of each of its two texts the check takes at most. */
export const mostCheckSamples = 6;

/**
 * Whether the found part breaks the tests by itself and whether the head is mended without it: each text is held
 * against "passes as the base" and "passes as the head" (docs/statistics.md, "Which words").
 */
export function checkState({ detected, alone, without }: CheckSeen): CheckState {
  const rates = ratesAt(detected);
  // All four explanations are equally probable before the check, whatever the search found.
  const shares = sharesOf(
    explanations.map((explanation) => {
      const seenAs = (side: 'base' | 'head'): Counts =>
        plus(explanation.alone === side ? alone : none, explanation.without === side ? without : none);
      return fitOf(rates.base, seenAs('base')).logChance + fitOf(rates.head, seenAs('head')).logChance;
    }),
  );
  const found = explanations.find((_, index) => (shares[index] ?? 0) >= decidedAt);
  if (found !== undefined) return { kind: 'settled', check: found.check };
  const taken = { alone: alone.passed + alone.failed, without: without.passed + without.failed };
  if (Math.min(taken.alone, taken.without) >= mostCheckSamples)
    return { kind: 'settled', check: 'undecided' };
  return { kind: 'sample', text: taken.without < taken.alone ? 'without' : 'alone' };
}

const decidedAt = 0.95;

const none: Counts = { passed: 0, failed: 0 };

const explanations: readonly Explanation[] = [
  { check: 'this-part', alone: 'head', without: 'base' },
  { check: 'needs-another', alone: 'base', without: 'base' },
  { check: 'each-suffices', alone: 'head', without: 'head' },
  { check: 'unexplained', alone: 'base', without: 'head' },
];

/** Which side's rate each of the two texts has. */
type Explanation = {
  readonly check: Check;
  readonly alone: 'base' | 'head';
  readonly without: 'base' | 'head';
};
