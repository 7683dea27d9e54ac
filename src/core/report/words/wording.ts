import { grouped } from '../../grouped.ts';
import type { TestTally } from '../../verdict/matrix.ts';

/** A difference of pass rates in words: 0.4 is "40 percentage points". */
export function points(fraction: number): string {
  const count = Math.round(fraction * 100);
  return `${count} percentage ${Math.abs(count) === 1 ? 'point' : 'points'}`;
}

/** Passes of measured cells: "5/5". */
export function rate(tally: TestTally): string {
  return `${tally.passed}/${tally.passed + tally.failed}`;
}

/** Passes of one test; a dash where no sample of this side ran it. */
export function testRate(tally: TestTally | null): string {
  return tally === null || tally.passed + tally.failed === 0 ? '–' : rate(tally);
}

/** Share of passes, null when nothing was measured. */
export function share(tally: TestTally): number | null {
  const total = tally.passed + tally.failed;
  return total === 0 ? null : tally.passed / total;
}

/** Behind the name of a test that no verdict rests on. */
export const leftOutWords = ' (left out: fails on the head’s own code)';

/** "1 test", "3 tests". */
export function count(number: number, singular: string): string {
  return `${grouped(number)} ${singular}${number === 1 ? '' : 's'}`;
}

/** A p-value with a sensible number of digits; never a bare zero. */
export function pValue(p: number): string {
  return p < 0.0001 ? 'under 0.0001' : String(Number(p.toPrecision(2)));
}

/** A sum of money in words. */
export function dollars(usd: number): string {
  if (usd === 0) return '0 USD';
  return usd < 0.01 ? 'under 0.01 USD' : `${usd.toFixed(2)} USD`;
}

/** The confidence of an exclusion that misses a real drop with probability `beta`: "90 % sure". */
export function confidence(beta: number): string {
  return `${Number((100 * (1 - beta)).toFixed(1))} % sure`;
}

/** What a verdict of `held` rules out. */
export function ruledOut(excludes: number): string {
  return `drops of ${points(excludes)} or more are ruled out`;
}
