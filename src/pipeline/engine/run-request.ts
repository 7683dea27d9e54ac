import type { Settings } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';

/** What every run goes by, whatever it asks. */
export type RunRequest = {
  readonly trigger: Trigger;
  readonly settings: Settings;
  /** The event gives no secrets (a fork, or Dependabot): missing keys are nobody's mistake. */
  readonly withoutSecrets: boolean;
  /** What the report is to say besides what the run finds, one plain sentence each. */
  readonly notes: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
};
