import type { AcceptedTests } from '../../core/results/test-report.ts';
import type { Settings } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';

/** What every run needs, whatever it asks. */
export type RunRequest = {
  readonly trigger: Trigger;
  readonly settings: Settings;
  /** The event has no secrets (a fork, or Dependabot), so missing keys are not a mistake. */
  readonly withoutSecrets: boolean;
  /** Who accepted how the head's tests are run; missing = nobody. */
  readonly acceptedTests?: AcceptedTests;
  /** Additional notes for the report, one sentence each. */
  readonly notes: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
};
