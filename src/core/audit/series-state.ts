import {
  cusumRates,
  cusumStep,
  cusumThreshold,
  recoveryRates,
  recoveryStep,
  recoveryThreshold,
} from '../statistics/cusum.ts';
import { passesOf, seriesKey } from '../records/night-entry.ts';
import type { GateAnswer, NightEntry } from '../records/night-entry.ts';

/** A drift that the gate found and that later nights have not yet made up for. */
export type OpenDrift = { readonly since: string; readonly gate: GateAnswer };

/** The state of one series after its last night, derived from its entries alone. */
export type SeriesState = {
  readonly spec: string;
  readonly model: string;
  readonly anchor: string;
  /** Nights since the series began or its anchor moved. */
  readonly nights: number;
  /** Passes and failures of its first nights: its own base rate. */
  readonly baseline: { readonly passed: number; readonly failed: number };
  /** The value of the chart: of the drift chart while no drift is open, of the recovery chart while one is. */
  readonly sum: number;
  /** On the last night the chart reached its threshold, or the text was one that was never compared with the anchor. */
  readonly isAlarm: boolean;
  /** The text that the gate was last asked about; null before that. */
  readonly checked: string | null;
  readonly drift: OpenDrift | null;
  /** Day on which the last drift or recovery was found. Earlier nights do not count for the current state. */
  readonly turned: string | null;
};

/**
 * Nights whose samples make the base rate, which then stays fixed: a rate that followed the series would hide the
 * slow decline that it is meant to show.
 */
const baselineNights = 10;

/** The state of every series (by seriesKey) after a history in order of time, starting from the states before it. */
export function statesOf(
  history: readonly NightEntry[],
  before: ReadonlyMap<string, SeriesState> = new Map(),
): ReadonlyMap<string, SeriesState> {
  const states = new Map(before);
  for (const entry of history) {
    const key = seriesKey(entry);
    states.set(key, advance(states.get(key) ?? null, entry));
  }
  return states;
}

/** The state after one more night. */
export function advance(before: SeriesState | null, entry: NightEntry): SeriesState {
  const state = before === null || before.anchor !== entry.anchor ? fresh(entry) : before;
  return state.drift === null ? watched(state, entry) : recovering(state, state.drift, entry);
}

function fresh({ spec, model, anchor }: NightEntry): SeriesState {
  return {
    spec,
    model,
    anchor,
    nights: 0,
    baseline: { passed: 0, failed: 0 },
    sum: 0,
    isAlarm: false,
    checked: null,
    drift: null,
    turned: null,
  };
}

function watched(state: SeriesState, entry: NightEntry): SeriesState {
  const { sum, isOut } = charted(state, entry);
  const isAlarm = isOut || isUnchecked(state, entry);
  const drift = isAlarm ? driftIn(entry) : null;
  const isBase = drift === null && state.nights < baselineNights;
  return {
    ...state,
    nights: state.nights + 1,
    baseline: isBase ? withNight(state.baseline, entry) : state.baseline,
    // If the gate could not answer an alarm, the alarm is raised again the next night.
    sum: isOut && entry.gate !== null ? 0 : sum,
    isAlarm,
    checked: entry.gate === null ? state.checked : entry.text,
    drift,
    turned: drift === null ? state.turned : entry.night,
  };
}

function charted(state: SeriesState, entry: NightEntry): { readonly sum: number; readonly isOut: boolean } {
  const rates = cusumRates(state.baseline);
  const threshold = cusumThreshold(entry.series);
  const sum = passesOf(entry).reduce(
    // Once the chart has reached the threshold it stays there for the night: later passes do not cancel an alarm.
    (before, passed) => (before >= threshold ? before : cusumStep(before, passed, rates)),
    state.sum,
  );
  return { sum, isOut: sum >= threshold };
}

// A text that was worse than its anchor from the start does not show in the series' own first nights, so it is
// compared once.
function isUnchecked(state: SeriesState, { text, anchor }: NightEntry): boolean {
  return text !== anchor && state.checked !== text;
}

function driftIn({ night, gate }: NightEntry): OpenDrift | null {
  return gate?.verdict === 'regressed' ? { since: night, gate } : null;
}

function recovering(state: SeriesState, drift: OpenDrift, entry: NightEntry): SeriesState {
  // A recovery is measured against what the drift was measured against. This also works for a series that drifted on
  // its first night.
  const rates = recoveryRates(drift.gate.anchor);
  const sum = passesOf(entry).reduce((before, passed) => recoveryStep(before, passed, rates), state.sum);
  const isOver = sum >= recoveryThreshold;
  return {
    ...state,
    nights: state.nights + 1,
    sum: isOver ? 0 : sum,
    isAlarm: false,
    drift: isOver ? null : drift,
    turned: isOver ? entry.night : state.turned,
  };
}

function withNight(
  baseline: SeriesState['baseline'],
  entry: Pick<NightEntry, 'outcomes'>,
): SeriesState['baseline'] {
  const passes = passesOf(entry);
  const passed = passes.filter(Boolean).length;
  return { passed: baseline.passed + passed, failed: baseline.failed + passes.length - passed };
}
