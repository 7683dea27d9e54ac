import type { ClauseMap } from '../../clause-map/clause-map.ts';
import type { Subject } from '../../shrink/answer.ts';
import type { Shrunk } from '../../shrink/shrunk.ts';
import type { Spent } from './spent.ts';

/** A text that would be tried, before anything is asked. */
export type PlannedShrink = {
  readonly target: string;
  readonly parts: number;
  readonly subjects: readonly Subject[];
  /** Answers if every part had to be tried by itself, with those that confirm the result. */
  readonly answersOneByOne: number;
};

/** Everything that a run of `shrink` found. */
export type ShrinkRun = {
  readonly commit: string;
  /** Why nothing was asked; null = models were asked. */
  readonly skipReason: string | null;
  readonly planned: readonly PlannedShrink[];
  readonly shrunk: readonly Shrunk[];
  /** Which tests notice which parts, of each text of which anything was measured test by test. */
  readonly maps: readonly ClauseMap[];
  readonly spent: Spent;
};
