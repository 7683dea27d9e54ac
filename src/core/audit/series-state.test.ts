import { describe, expect, test } from '@jest/globals';
import { aNight, drifted, nights } from '../../testing/builders/a-night.ts';
import { mergeNights, seriesKey } from '../records/night-entry.ts';
import type { NightEntry } from '../records/night-entry.ts';
import { statesOf } from './series-state.ts';

const good = Array.from({ length: 10 }, () => 'ppp');
const stateAfter = (history: readonly NightEntry[]) => statesOf(history).get(seriesKey(aNight()));
const gated = (history: readonly NightEntry[], at: number): readonly NightEntry[] =>
  history.map((entry, index) => (index === at ? { ...entry, gate: drifted } : entry));

describe('the state of a series', () => {
  test('follows from its entries alone, without a word from the night before', () => {
    const history = nights([...good, 'pff', 'ppp']);
    expect(stateAfter(history)).toEqual(stateAfter([...history]));
    expect(stateAfter(history)).toMatchObject({ nights: 12, baseline: { passed: 30, failed: 0 } });
  });

  test('one bad night of a good series is an alarm, which the gate has to answer', () => {
    const state = stateAfter(nights([...good, 'fff']));
    expect(state).toMatchObject({ isAlarm: true, drift: null });
  });

  test('an alarm that the gate does not confirm starts the chart anew', () => {
    const history = nights([...good, 'fff']).map((entry, index) =>
      index === 10 ? { ...entry, gate: { ...drifted, verdict: 'held' as const } } : entry,
    );
    expect(stateAfter(history)).toMatchObject({ sum: 0, drift: null });
  });

  test('an alarm that could not be asked is raised again the next night', () => {
    expect(stateAfter(nights([...good, 'fff', 'f']))).toMatchObject({ isAlarm: true });
  });

  test('the gate’s word opens a drift, and passing nights close it', () => {
    const open = stateAfter(gated(nights([...good, 'fff']), 10));
    expect(open?.drift).toMatchObject({ since: '2026-11-11' });
    expect(stateAfter(gated(nights([...good, 'fff', 'fff', 'ppp']), 10))?.drift).not.toBeNull();
    expect(stateAfter(gated(nights([...good, 'fff', 'fff', 'ppp', 'ppp', 'ppp']), 10))).toMatchObject({
      drift: null,
      turned: '2026-11-15',
      // The nights of the drift are not part of the base rate.
      baseline: { passed: 30, failed: 0 },
    });
  });

  test('nights without evidence change nothing', () => {
    const before = stateAfter(nights([...good, 'f']));
    expect(stateAfter(nights([...good, 'f', '', '']))).toMatchObject({ sum: before?.sum, isAlarm: false });
  });

  test('slow erosion raises an alarm: the base rate does not follow', () => {
    // From 100 % down to 40 % over forty nights.
    const slow = Array.from({ length: 40 }, (_, night) => 'ppp'.slice(Math.floor(night / 14)).padEnd(3, 'f'));
    const history = nights([...good, ...slow]);
    const raised = history.some((_, index) => stateAfter(history.slice(0, index + 1))?.isAlarm);
    expect(raised).toBe(true);
  });

  test('a text that differs from its anchor is held against it once, and an edited one again', () => {
    const held = { ...drifted, verdict: 'held' as const };
    const first = aNight({ text: 'b'.repeat(16) });
    expect(stateAfter([first])?.isAlarm).toBe(true);
    const asked = { ...first, gate: held };
    const next = aNight({ night: '2026-11-02', text: 'b'.repeat(16) });
    expect(stateAfter([asked, next])?.isAlarm).toBe(false);
    expect(stateAfter([asked, { ...next, text: 'c'.repeat(16) }])?.isAlarm).toBe(true);
    expect(stateAfter([aNight()])?.isAlarm).toBe(false);
  });

  test('a text that was bad from its first night recovers to the anchor’s rate, not to its own', () => {
    const bad = nights(['pff', 'pfp', 'ppf', 'fpp', 'pfp'], { text: 'b'.repeat(16) });
    expect(stateAfter(gated(bad, 0))?.drift).toMatchObject({ since: '2026-11-01' });
  });

  test('an anchor that moved starts the series anew', () => {
    const history = [
      ...gated(nights([...good, 'fff']), 10),
      aNight({ night: '2026-11-12', anchor: 'b'.repeat(16) }),
    ];
    expect(stateAfter(history)).toMatchObject({ nights: 1, drift: null });
  });
});

test('a night that is told twice counts once, and the later telling stands', () => {
  const [first, later] = [aNight({ outcomes: 'fff', at: 1 }), aNight({ outcomes: 'ppp', at: 2 })];
  expect(mergeNights([[later], [first]])).toEqual([later]);
  expect(mergeNights([[first], [later], [aNight({ night: '2026-10-31' })]])).toHaveLength(2);
});
