import type { ShrinkRun } from './shrink-run.ts';
import type { PortabilitySummary } from './summary.ts';
import type { ServedChange } from '../../audit/model-warnings.ts';
import type { NightEntry } from '../../records/night-entry.ts';
import type { SeriesStatus } from '../../audit/series-status.ts';

/** The result of a night. */
export type Audited = {
  readonly summary: PortabilitySummary;
  /** UTC day, YYYY-MM-DD. */
  readonly night: string;
  /** Commit of `audit.anchor`; null if none is configured. */
  readonly anchor: string | null;
  /** Tonight's part of the history; empty if nothing was asked. */
  readonly entries: readonly NightEntry[];
  readonly history: readonly NightEntry[];
  /** `decide.portable`: the pass rate from which a spec counts as portable. */
  readonly portable: number;
  readonly statuses: readonly SeriesStatus[];
  readonly servedChanges: readonly ServedChange[];
  /** Sentences about models: aliases, announced ends, changes. */
  readonly warnings: readonly string[];
  /** What could go in the specs; missing if the night did not look. */
  readonly shrink?: ShrinkRun;
};
