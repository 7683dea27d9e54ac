import type { GateAnswer, NightEntry } from '../../core/records/night-entry.ts';

/** One series on one night. A test sets only what it is about. */
export function aNight(of: Partial<NightEntry> = {}): NightEntry {
  const night = of.night ?? '2026-11-01';
  return {
    schema: 1,
    night,
    at: Date.parse(`${night}T03:17:00Z`),
    commit: 'c'.repeat(40),
    spec: 'duration',
    model: 'openai/gpt-6.1-sol',
    text: 'aaaaaaaaaaaaaaaa',
    anchor: 'aaaaaaaaaaaaaaaa',
    outcomes: 'ppp',
    unmeasured: 0,
    servedBy: ['gpt-6.1-sol'],
    series: 2,
    gate: null,
    ...of,
  };
}

/** The same series on consecutive nights with these outcomes, from the first of November on. */
export function nights(outcomes: readonly string[], of: Partial<NightEntry> = {}): readonly NightEntry[] {
  return outcomes.map((each, index) =>
    aNight({
      ...of,
      outcomes: each,
      night: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
    }),
  );
}

/** The gate found a drift. */
export const drifted: GateAnswer = {
  verdict: 'regressed',
  anchor: { passed: 20, failed: 0 },
  fresh: { passed: 0, failed: 3 },
  p: 0.0004,
};
