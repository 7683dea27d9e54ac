import { expect, test } from '@jest/globals';
import { durationMs } from './durations.ts';

test.each([
  ['5m', 300_000],
  ['90s', 90_000],
  ['2h', 7_200_000],
  ['1500ms', 1500],
  ['1.5s', 1500],
])('%s is %d ms', (text, expected) => {
  expect(durationMs(text)).toBe(expected);
});

test.each(['', '5', 'm', '5 m', '-5m', '5M', '5d', '1e3s', ' 5m', '5m\n', '٥m'])(
  '%j is no duration',
  (text) => {
    expect(durationMs(text)).toBeNull();
  },
);
