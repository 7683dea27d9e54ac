import type { Question } from '../plan/question.ts';
import type { Hunk } from '../specs/spec.ts';
import type { Tally } from '../statistics/tally.ts';
import type { ComparedTests, Requirements } from './requirements.ts';
import type { WithoutResult } from './without-result.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

/** What the edit of one spec did to one model. */
export type Verdict = {
  /** Id of the question that it answers. */
  readonly question: string;
  readonly spec: string;
  readonly model: string;
  readonly asks: Question['asks'];
  /** The model whose samples are the base of a model switch; missing otherwise. */
  readonly insteadOf?: string;
  readonly verdict: VerdictWord;
  /** null if the spec has no base version. */
  readonly base: Tally | null;
  readonly head: Tally;
  /**
   * Newcombe's 95 % interval of base rate − head rate; descriptive, it never decides. null without a base or samples.
   */
  readonly drop: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Holm-adjusted p-value, the number that is compared with alpha; null if the question has none. */
  readonly p: number | null;
  /** The smallest drop that this verdict rules out (0…1); null when none. */
  readonly excludes: number | null;
  /** Tests that pass less often on head: those that are significant by themselves, otherwise the unconfirmed ones. */
  readonly brokenTests: readonly string[];
  /** None of `brokenTests` is significant after the correction for the number of tests. */
  readonly unconfirmed: boolean;
  /** The changed hunks, any of which may be the cause. Empty unless regressed or suspected. */
  readonly culprit: readonly Hunk[];
  /** Whether the model meets the tests that only the head has; null if there are none. `p` is Holm-adjusted. */
  readonly requirements: Requirements | null;
  /** The size of the comparison; null if nothing is compared. */
  readonly compared: ComparedTests | null;
  /** The head judged by all of its tests; the same as `head` if it has none of its own. */
  readonly wholeHead: Tally;
  /** Why samples failed although no test did, the most frequent reason first. */
  readonly withoutResult: readonly WithoutResult[];
  /**
   * The reason of an inconclusive verdict, or of a base that is too weak if sampling ended early; part of a sentence,
   * otherwise null.
   */
  readonly why: string | null;
};
