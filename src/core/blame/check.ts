import type { Check, Counts } from './found-words.ts';
import { fitOf, plus, ratesAt, type Sides } from './pass-rate.ts';
import { sharesOf } from './posterior.ts';

/** Which text the check samples next, or what it came to. */
export type CheckState =
  | { readonly kind: 'sample'; readonly text: 'alone' | 'without' }
  | { readonly kind: 'settled'; readonly check: Check };

/** What the check has seen. Only fresh samples of its two texts decide. */
export type CheckSeen = {
  /** How often the signal passed at detection. */
  readonly detected: Sides<Counts>;
  /** How often it passed in the search, without the found part and with it: they only say how often both sides pass. */
  readonly searched: Sides<Counts>;
  /** The base with the found part alone. */
  readonly alone: Counts;
  /** The head without the found part. */
  readonly without: Counts;
  /** Both texts have been sampled as often as they may be, whether or not each sample was evidence. */
  readonly isOver: boolean;
};

/** How many samples of each of its two texts the check takes at most. */
export const mostCheckSamples = 6;

/**
 * Whether the found part breaks the tests by itself and whether the head is mended without it: each text is held
 * against "passes as the base" and "passes as the head" (docs/statistics.md, "Which words").
 */
export function checkState({ detected, searched, alone, without, isOver }: CheckSeen): CheckState {
  const rates = ratesAt({
    base: plus(detected.base, searched.base),
    head: plus(detected.head, searched.head),
  });
  // All four explanations are equally probable before the check, whatever the search found.
  const shares = sharesOf(
    explanations.map((explanation) => {
      const seenAs = (side: 'base' | 'head'): Counts =>
        plus(explanation.alone === side ? alone : none, explanation.without === side ? without : none);
      return fitOf(rates.base, seenAs('base')).logChance + fitOf(rates.head, seenAs('head')).logChance;
    }),
  );
  const taken = { alone: alone.passed + alone.failed, without: without.passed + without.failed };
  const bar = isOver ? decidedAtLast : decidedAt;
  const found = explanations.find((_, index) => (shares[index] ?? 0) >= bar);
  if (found !== undefined) return { kind: 'settled', check: found.check };
  if (isOver) return { kind: 'settled', check: 'undecided' };
  return { kind: 'sample', text: taken.without < taken.alone ? 'without' : 'alone' };
}

const decidedAt = 0.95;
/** Where no further sample may be taken. */
const decidedAtLast = 0.75;

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
