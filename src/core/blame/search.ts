import type { Counts } from './found-words.ts';
import type { Sides } from './pass-rate.ts';
import { posteriorOf } from './posterior.ts';
import { mostTellingPrefix } from './telling-prefix.ts';

/** What a search for the part that broke the tests starts from. */
export type SearchStart = {
  /** How probable each part is before the search, in the order of the text; any positive numbers (`priorOf`). */
  readonly prior: readonly number[];
  /** How often the signal passed at detection, with the base's text and with the head's. */
  readonly detected: Sides<Counts>;
  /** The most samples that the search may take. */
  readonly most: number;
};

/**
 * A sample of the text whose first `prefix` parts are as in the head and the others as in the base, and whether the
 * signal passed in it. Samples without a measurement are left out.
 */
export type PrefixSample = { readonly prefix: number; readonly passed: boolean };

/** What is known of the parts, and whether another sample is due. */
export type SearchState = SearchKnown &
  (
    | {
        readonly kind: 'sample';
        /** 0 … parts: the ends tell how often base and head pass at all. */ readonly prefix: number;
      }
    | { readonly kind: 'settled'; readonly end: 'found' | 'one-part' | 'undecided' }
  );

/** The probability of each part, and the places of those that together hold 90 % of it, the most probable first. */
export type SearchKnown = {
  readonly probabilities: readonly number[];
  readonly likely: readonly number[];
  /** The search's samples of texts that lack the most probable part, and of those that have it. */
  readonly counted: Sides<Counts>;
};

/** How many samples a search takes at most unless told otherwise. */
export const mostSearchSamples = 20;

/**
 * Bayesian search for one step over the prefixes of the change (docs/statistics.md, "Which words"). It depends on the
 * samples in their order alone, so a search that was killed goes on where it stood, and a replay asks for nothing.
 */
export function searchState(start: SearchStart, samples: readonly PrefixSample[]): SearchState {
  const parts = start.prior.length;
  const posterior = posteriorOf(start.prior, start.detected, countsOf(samples, parts));
  const { probabilities, sides } = posterior;
  const likely = likelyParts(probabilities);
  const known = { probabilities, likely, counted: sides[likely[0] ?? -1] ?? { base: none, head: none } };
  if (parts <= 1) return { ...known, kind: 'settled', end: parts === 1 ? 'one-part' : 'undecided' };
  if (Math.max(...probabilities) >= foundAt) return { ...known, kind: 'settled', end: 'found' };
  if (samples.length >= start.most) return { ...known, kind: 'settled', end: 'undecided' };
  return { ...known, kind: 'sample', prefix: mostTellingPrefix(posterior) };
}

/**
 * The probability at which a search has found its part. One point above the 95 % that are claimed, because after small
 * drops, which detection exaggerates, claims at .95 are right a little less often.
 */
const foundAt = 0.96;
const likelyShare = 0.9;

const none: Counts = { passed: 0, failed: 0 };

function countsOf(samples: readonly PrefixSample[], parts: number): readonly Counts[] {
  const counts = Array.from({ length: parts + 1 }, () => none);
  for (const { prefix, passed } of samples) {
    const before = counts[prefix];
    if (before === undefined) continue;
    counts[prefix] = { passed: before.passed + Number(passed), failed: before.failed + Number(!passed) };
  }
  return counts;
}

function likelyParts(probabilities: readonly number[]): readonly number[] {
  const order = probabilities
    .map((_, index) => index)
    .toSorted((one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0));
  let held = 0;
  const enough = order.findIndex((index) => (held += probabilities[index] ?? 0) >= likelyShare);
  return enough < 0 ? order : order.slice(0, enough + 1);
}
