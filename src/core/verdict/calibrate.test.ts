import { expect, test } from '@jest/globals';
import { aQuestion, outcomes } from '../../testing/builders/a-question.ts';
import { calibrate } from './calibrate.ts';
import type { Series } from './calibrate.ts';

const rules = { decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 }, splits: 400, seed: 1 };

function aSeries(picture: string): Series {
  return { question: aQuestion(), outcomes: outcomes(picture), tests: [] };
}

test('an arm that always passes is never blocked, by any rule', () => {
  const { gate, naive } = calibrate([aSeries('+'.repeat(24))], rules);
  expect(gate.estimate).toBe(0);
  expect(naive.estimate).toBe(0);
});

test('an arm that passes seven times in ten is blocked by the naive rule about every third time, by ours seldom', () => {
  const { gate, naive } = calibrate([aSeries('+++++++---'.repeat(3))], rules);
  expect(gate.estimate).toBeLessThanOrEqual(0.05);
  expect(naive.estimate).toBeGreaterThan(0.25);
});

test('the same records give the same figures, another seed others that are near', () => {
  const series = [aSeries('++++-++++-'.repeat(4))];
  expect(calibrate(series, rules)).toEqual(calibrate(series, rules));
  expect(calibrate(series, { ...rules, seed: 2 }).naive.estimate).toBeCloseTo(
    calibrate(series, rules).naive.estimate,
    0,
  );
});

test('few samples leave a wide interval, and fewer than ten say nothing', () => {
  const { gate } = calibrate([aSeries('+'.repeat(10))], rules);
  expect(gate.high).toBeGreaterThan(0.5);
  expect(calibrate([aSeries('+++++')], rules)).toMatchObject({ series: 0, gate: { low: 0, high: 1 } });
});
