import type { Plan } from '../../core/plan/plan.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { RunPart } from './run-plan.ts';
import type { ModelSwitch } from '../../core/model-switch.ts';
import type { Share } from '../../core/fan-out/shard.ts';
import type { Settings } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';
import type { EarlierVerdict } from '../../ports/forge.ts';

/** What the jobs of a fanned-out run left besides their records. */
export type Joined = {
  expect(plan: Plan): void;
  part(plan: Plan): RunPart;
  measured(measurements: Measurements): Measurements;
  readonly stopped: ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }>;
  readonly exhaustedCaps: PortabilitySummary['spent']['exhaustedCaps'];
  readonly lacksShards: boolean;
  notes(): readonly string[];
};

/** One check: what to compare, under which settings, and whether models may be asked at all. */
export type CheckRequest = {
  readonly trigger: Trigger;
  readonly settings: Settings;
  /** Models that take over from others; missing = none. */
  readonly switches?: readonly ModelSwitch[];
  /** A verdict that was given before for all the same; missing where none may be repeated. */
  readonly earlier?: ((verdictId: string) => Promise<EarlierVerdict | null>) | undefined;
  /** The event gives no secrets (a fork, or Dependabot): missing keys are nobody's mistake. */
  readonly withoutSecrets: boolean;
  /** Why only the plan is wanted, as a sentence for the report; null = do the work. */
  readonly planOnly: string | null;
  /** Judge what is on record: ask no model, run no test. */
  readonly replayOnly?: boolean;
  /** What this job of a fanned-out run may use up, instead of the caps of `settings`. */
  readonly share?: Share;
  /** What the jobs of a fanned-out run left besides their records; only with `replayOnly`. */
  readonly joined?: Joined;
  readonly notes: readonly string[];
  readonly signal: AbortSignal;
};
