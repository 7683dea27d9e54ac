import type { Part } from '../parts/part.ts';

/** Samples that passed and failed. */
export type Counts = { readonly passed: number; readonly failed: number };

/** One changed part as the search left it. */
export type BlamedPart = {
  readonly part: Part;
  /** Posterior probability that it is the cause, 0…1. */
  readonly probability: number;
  /** Fresh samples of the base with this part alone; null = not checked. */
  readonly alone: Counts | null;
  /** Fresh samples of the head without this part; null = not checked. */
  readonly without: Counts | null;
};

/**
 * What fresh samples say of the most probable part. `this-part`: alone it breaks the tests, and without it they pass.
 * `needs-another`: alone it breaks nothing, and without it they pass. `each-suffices`: alone it breaks them, and
 * without it they stay broken. `unexplained`: neither. `undecided`: too few samples to say.
 */
export type Check = 'this-part' | 'needs-another' | 'each-suffices' | 'unexplained' | 'undecided';

/** Which changed words are behind one regression. */
export type FoundWords = {
  /** Id of the question that regressed. */
  readonly question: string;
  /** The tests whose failing was the signal, as they are named in verdicts; empty = samples as a whole. */
  readonly signal: readonly string[];
  /** The parts that together hold 90 % of the probability, the most probable first; none if no text was answered. */
  readonly parts: readonly BlamedPart[];
  /** How many changed parts there are. */
  readonly among: number;
  /**
   * How the search ended. `found`: one part has 95 %. `one-part`: only one part changed, nothing had to be searched.
   * `undecided`: the search took all the generations that it may. `budget`: its share of the budget ran out.
   * `unmeasured`: the model gave no more answers.
   */
  readonly end: 'found' | 'one-part' | 'undecided' | 'budget' | 'unmeasured';
  /** null = nothing was checked. */
  readonly check: Check | null;
  /** Generations that the search and the check took beyond those of the verdict. */
  readonly generations: { readonly search: number; readonly check: number };
};
