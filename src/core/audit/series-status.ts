import { jeffreys } from '../statistics/jeffreys.ts';
import { groupBySeries, passesOf } from '../records/night-entry.ts';
import type { NightEntry, PassCount } from '../records/night-entry.ts';
import { statesOf } from './series-state.ts';
import type { OpenDrift } from './series-state.ts';

/** The status of one series after the last night. */
export type SeriesStatus = {
  readonly spec: string;
  readonly model: string;
  readonly tonight: PassCount & { readonly unmeasured: number };
  /** Counts of the nights since the last drift or recovery, at most thirty. */
  readonly recent: PassCount;
  /** Jeffreys' 95 % interval of the recent pass rate; null without a sample. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** No drift is open, and the interval lies at or above `decide.portable`. */
  readonly isPortable: boolean;
  readonly drift: OpenDrift | null;
  /** A drift was open before the last night and is closed now. */
  readonly hasRecovered: boolean;
};

const recentNights = 30;

/** The series of the last night and their statuses, derived from the history alone. */
export function seriesStatuses(
  history: readonly NightEntry[],
  decide: { readonly portable: number },
): readonly SeriesStatus[] {
  const lastNight = history.at(-1)?.night;
  const before = statesOf(history.filter(({ night }) => night !== lastNight));
  const states = statesOf(
    history.filter(({ night }) => night === lastNight),
    before,
  );
  const bySeries = groupBySeries(history);
  return [...bySeries].flatMap(([key, entries]) => {
    const tonight = entries.filter(({ night }) => night === lastNight);
    const [last] = tonight;
    const state = states.get(key);
    if (last === undefined || state === undefined) return [];
    const recent = countOf(recentOf(entries, state.turned));
    const measured = recent.passed + recent.failed;
    const interval = measured === 0 ? null : jeffreys(recent.passed, measured);
    return [
      {
        spec: last.spec,
        model: last.model,
        tonight: { ...countOf(tonight), unmeasured: tonight.reduce((sum, one) => sum + one.unmeasured, 0) },
        recent,
        interval: interval === null ? null : { low: interval.low, high: interval.high },
        isPortable: state.drift === null && interval !== null && interval.low >= decide.portable,
        drift: state.drift,
        hasRecovered: state.drift === null && (before.get(key)?.drift ?? null) !== null,
      },
    ];
  });
}

/** The models on which all specs are portable, out of all models of the last night. */
export function portableModels(statuses: readonly SeriesStatus[]): {
  readonly portable: readonly string[];
  readonly all: readonly string[];
} {
  const all = [...new Set(statuses.map(({ model }) => model))];
  const portable = all.filter((id) => statuses.every(({ model, isPortable }) => model !== id || isPortable));
  return { portable, all };
}

// The night of a drift or recovery itself belongs to the time before it.
function recentOf(entries: readonly NightEntry[], turned: string | null): readonly NightEntry[] {
  const current = entries.at(-1)?.anchor;
  const since = entries.filter(
    ({ night, anchor }) => anchor === current && (turned === null || night > turned),
  );
  const last = entries.at(-1);
  return since.length === 0 && last !== undefined ? [last] : since.slice(-recentNights);
}

function countOf(entries: readonly NightEntry[]): PassCount {
  const passes = entries.flatMap((entry) => passesOf(entry));
  const passed = passes.filter(Boolean).length;
  return { passed, failed: passes.length - passed };
}
