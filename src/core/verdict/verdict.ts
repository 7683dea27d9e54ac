import type { Question } from '../plan/question.ts';
import type { Hunk } from '../specs/spec.ts';
import type { Tally } from '../statistics/tally.ts';
import type { ComparedTests, Requirements } from './requirements.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

/** What the edit of one spec did to one model. */
export type Verdict = {
  readonly spec: string;
  readonly model: string;
  readonly asks: Question['asks'];
  /** The model whose samples are the base of a model switch; missing elsewhere. */
  readonly insteadOf?: string;
  readonly verdict: VerdictWord;
  /** null when the spec has no base version. */
  readonly base: Tally | null;
  readonly head: Tally;
  /** Newcombe's 95 % interval of base rate − head rate; descriptive, never decides. null without a base or samples. */
  readonly drop: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Holm-adjusted p-value, the number compared with alpha; null where the question has none. */
  readonly p: number | null;
  /** The smallest drop this verdict rules out (0…1); null when none. */
  readonly excludes: number | null;
  /** Tests that pass less often on head: those that are significant by themselves, else the unconfirmed ones. */
  readonly brokenTests: readonly string[];
  /** None of `brokenTests` is significant after correction for the number of tests. */
  readonly unconfirmed: boolean;
  /** The changed hunks, any of which may be the cause. Empty unless regressed or suspected. */
  readonly culprit: readonly Hunk[];
  /** Whether the model meets the tests that only the head has; null without such. `p` is Holm-adjusted. */
  readonly requirements: Requirements | null;
  /** How large the comparison is; null where nothing is compared. */
  readonly compared: ComparedTests | null;
  /** The head judged by all of its tests; the same as `head` where it has none of its own. */
  readonly wholeHead: Tally;
  /** Reason of an inconclusive verdict in plain words; else null. */
  readonly why: string | null;
};
