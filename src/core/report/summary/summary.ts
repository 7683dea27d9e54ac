import type { CapName } from '../../budget/budget.ts';
import type { Projection } from '../../budget/projection.ts';
import type { Trigger } from '../../trigger/trigger.ts';
import type { SandboxLevel, FailOn } from '../../settings.ts';
import type { SpecPair } from '../../specs/spec.ts';
import type { RedBase } from '../../verdict/red-bases.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';
import type { TamperedSamples } from '../../verdict/tampered-in.ts';

/** A comparison that the budget cut short. */
export type NotReached = {
  readonly spec: string;
  readonly model: string;
  /** Samples that were due and not drawn. */
  readonly samples: number;
};

/** What the run cost. `usd` is null when a price is unknown: never 0 for "unknown". */
export type Spent = {
  readonly generations: number;
  readonly cachedGenerations: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
  /** Models without a known price. */
  readonly unpriced: readonly string[];
  /** Day of the price table, where a price of it was used; else null. */
  readonly priceTableDate: string | null;
  /** Caps that ended sampling early. */
  readonly ranOut: readonly (CapName | 'minutes')[];
  readonly notReached: readonly NotReached[];
  readonly seconds: number;
};

/** Everything a report says, and the only thing renderers read. */
export type PortabilitySummary = {
  readonly trigger: Trigger;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Digest of all that the verdicts follow from; missing where nothing was due. */
  readonly verdictId?: string;
  /** The verdict of an earlier run on all the same, which this run repeats; missing where it asked for itself. */
  readonly repeats?: { readonly title: string; readonly url: string };
  /** Why `gate.min-portability` closes the gate, one plain sentence each; missing or empty where it does not. */
  readonly belowMinimum?: readonly string[];
  /** Why nothing was asked although a spec changed, in plain sentences; null where the work was done or there was none. */
  readonly withheld: string | null;
  /** Specs whose tests fail on the base commit as committed. */
  readonly red: readonly RedBase[];
  readonly changes: readonly SpecPair[];
  readonly models: readonly {
    readonly id: string;
    /** Model ids the vendor said it served. */
    readonly servedBy: readonly string[];
    readonly effort: string | null;
    readonly simulated: boolean;
    /** Why the model was left for the rest of the run; null when it was not. */
    readonly stopped: string | null;
    /** It was left because the vendor refused the configuration, not because the vendor failed. */
    readonly isMisconfigured: boolean;
  }[];
  readonly verdicts: readonly Verdict[];
  readonly matrix: readonly MatrixRow[];
  /** Mean (s+½)/(n+1) over models, per side; null where a side has no text. */
  readonly portability: readonly {
    readonly spec: string;
    readonly base: number | null;
    readonly head: number | null;
    readonly portableOn: readonly string[];
  }[];
  /** Generations that worked on their tests instead of passing them: failed, and counted as such. Missing = none. */
  readonly tampered?: number;
  /** Where those generations are: samples of each side of a comparison that has any. Missing = none. */
  readonly tamperedIn?: readonly TamperedSamples[];
  readonly spent: Spent;
  /** What the plan was expected to take; missing where nothing was projected. */
  readonly projection?: Projection;
  readonly settings: {
    readonly alpha: number;
    readonly drop: number;
    readonly beta: number;
    readonly looks: readonly number[];
    readonly protocol: 1;
    /** `unused`: nothing was generated, so nothing was run. */
    readonly sandbox: Exclude<SandboxLevel, 'auto'> | 'unused';
    /** What was proved of it at the start, as a report says it. Missing = nothing. */
    readonly isolation?: string;
    readonly failOn: FailOn;
  };
  /** Things the reader may want to know: files that are emptied, flaky tests, the plan. One plain sentence each. */
  readonly notes: readonly string[];
};
