import type { FoundWords } from '../../blame/found-words.ts';
import type { ChangeMap } from '../../clause-map/change-map.ts';
import type { Asks } from '../../records/asks.ts';
import type { Projection } from '../../budget/projection.ts';
import type { Mend } from '../../generation/completion.ts';
import type { Trigger } from '../../trigger/trigger.ts';
import type { SandboxLevel, FailOn } from '../../settings.ts';
import type { ComparedChange } from '../../specs/change-class.ts';
import type { AlteredJudge } from '../../verdict/altered-judges.ts';
import type { BrokenByHead } from '../../verdict/broken-by-head.ts';
import type { RedBase } from '../../verdict/red-bases.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';
import type { TamperedSamples } from '../../verdict/tampered-in.ts';
import type { Spent } from './spent.ts';

/** A question that a run planned and did not ask, with the most samples that it would take on each side. */
export type PlannedQuestion = {
  readonly spec: string;
  readonly model: string;
  readonly asks: Asks;
  /** The model that is left, where two models are compared. */
  readonly insteadOf?: string;
  readonly base: number;
  readonly head: number;
  /** Base samples that are on record already. */
  readonly stored: number;
};

/** Files with outcomes that somebody else collected. `base` and `head` are digests of what they hold. */
type CollectedOutcomes = { readonly kind: 'outcomes'; readonly base: string; readonly head: string };

/** Everything that a report says; renderers read nothing else. */
export type PortabilitySummary = {
  readonly trigger: Trigger | CollectedOutcomes;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Digest of everything that the verdicts follow from; missing if nothing had to be asked. */
  readonly verdictId?: string;
  /**
   * The verdict of an earlier run on exactly the same input, which this run repeats; missing if this run asked the
   * models itself.
   */
  readonly repeats?: { readonly title: string; readonly url: string };
  /** Why `gate.min-portability` makes the gate fail, one sentence each; missing or empty if it does not. */
  readonly belowMinimum?: readonly string[];
  /** Why nothing was asked although a spec changed, in sentences; null if the work was done or there was none. */
  readonly skipReason: string | null;
  /** Specs whose tests fail on the base commit as it was committed. */
  readonly red: readonly RedBase[];
  /** What the change alters of the way its own tests are run, where that makes a difference. Missing = nothing. */
  readonly alteredJudges?: readonly AlteredJudge[];
  /** Tests that fail on the head's own committed code as they do in samples. Missing = none. */
  readonly brokenByHead?: readonly BrokenByHead[];
  readonly changes: readonly ComparedChange[];
  readonly models: readonly {
    readonly id: string;
    /** What a column is called, with the version of its agent; missing = its id. */
    readonly label?: string;
    /** Model ids that the vendor said it served. */
    readonly servedBy: readonly string[];
    readonly effort: string | null;
    readonly simulated: boolean;
    /** Why the model was not asked any more for the rest of the run; null if it was. */
    readonly stopped: string | null;
    /** The reason was that the vendor refused the configuration, not that the vendor failed. */
    readonly isMisconfigured: boolean;
    /** What has to be mended before it can answer; missing: it may pass by itself, or nobody knows. */
    readonly mend?: Mend;
  }[];
  readonly verdicts: readonly Verdict[];
  /** Which changed words are behind a regression, for each question that was searched. Missing = none was. */
  readonly words?: readonly FoundWords[];
  /** Which tests notice which changed words, for each spec of which texts between base and head were tried. Missing = none. */
  readonly maps?: readonly ChangeMap[];
  readonly matrix: readonly MatrixRow[];
  /** Mean (s+½)/(n+1) over models, per side; null if a side has no text. */
  readonly portability: readonly {
    readonly spec: string;
    readonly base: number | null;
    readonly head: number | null;
    readonly portableOn: readonly string[];
  }[];
  /** Generations that interfered with their tests instead of passing them; they count as failed. Missing = none. */
  readonly tampered?: number;
  /** Where those generations are: samples of each side, for each comparison that has any. Missing = none. */
  readonly tamperedIn?: readonly TamperedSamples[];
  readonly spent: Spent;
  /** What would have been asked; missing if the run was not one that only shows its plan. */
  readonly planned?: readonly PlannedQuestion[];
  /** What the plan was expected to take; missing if nothing was projected. */
  readonly projection?: Projection;
  readonly settings: {
    readonly alpha: number;
    readonly drop: number;
    readonly beta: number;
    readonly looks: readonly number[];
    readonly protocol: 1;
    /** `unused`: nothing was generated, so nothing was run. */
    readonly sandbox: Exclude<SandboxLevel, 'auto'> | 'unused';
    /** What the self-attack at the start has shown, as a report says it. Missing = nothing. */
    readonly isolation?: string;
    /** Passes were not proved by control runs. Missing = they were, wherever that could be. */
    readonly controls?: 'off';
    readonly failOn: FailOn;
  };
  /** Things that the reader may want to know: files that are emptied, flaky tests, the plan. One sentence each. */
  readonly notes: readonly string[];
};
