import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { idealMs } from './ideal-schedule.ts';

describe('the ideal two-stage schedule', () => {
  test('of one cell is its call and then its test', () => {
    expect(idealMs({ cells: 1, callMs: 1000, slots: 16, testMs: 100, cores: 2 })).toBe(1100);
  });

  test('is bound by the calls where tests hide behind them: six waves, then the last wave on two cores', () => {
    expect(idealMs({ cells: 96, callMs: 1000, slots: 16, testMs: 100, cores: 2 })).toBeCloseTo(6800);
  });

  test('is bound by the cores where the tests are the long stage: the first call, then tests without a pause', () => {
    expect(idealMs({ cells: 96, callMs: 1000, slots: 16, testMs: 1000, cores: 2 })).toBeCloseTo(49_000);
  });

  test('begins with the tests that must have ended before the first call', () => {
    const load = { cells: 1, callMs: 1000, slots: 16, testMs: 100, cores: 2 };
    expect(idealMs({ ...load, beforeMs: 600 })).toBe(1400);
  });

  test('holds the other calls back until those that go first are answered', () => {
    const load = { callMs: 1000, slots: 16, testMs: 100, cores: 2 };
    expect(idealMs({ ...load, cells: 4, leads: 4 })).toBe(1200);
    expect(idealMs({ ...load, cells: 5, leads: 4 })).toBe(2100);
    expect(idealMs({ ...load, cells: 4 + 16, leads: 4 })).toBeCloseTo(2800);
  });

  test('is never shorter than either stage alone', () => {
    const load = fc.record({
      cells: fc.integer({ min: 1, max: 200 }),
      callMs: fc.integer({ min: 1, max: 2000 }),
      slots: fc.integer({ min: 1, max: 20 }),
      testMs: fc.integer({ min: 1, max: 2000 }),
      cores: fc.integer({ min: 1, max: 8 }),
      beforeMs: fc.integer({ min: 0, max: 2000 }),
      leads: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(load, (of) => {
        const calls = Math.ceil(of.cells / of.slots) * of.callMs;
        const tests = of.callMs + Math.ceil(of.cells / of.cores) * of.testMs;
        expect(idealMs(of)).toBeGreaterThanOrEqual(Math.max(calls + of.testMs, tests) - of.testMs * of.cores);
        expect(idealMs(of)).toBeGreaterThanOrEqual(calls);
      }),
    );
  });
});
