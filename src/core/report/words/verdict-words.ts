import type { Verdict } from '../../verdict/verdict.ts';
import { newTestsWords } from './new-tests.ts';
import { points, rate, ruledOut } from './wording.ts';

/** Passes of the two sides: "20/20 → 1/5". */
export function baseToHead(verdict: Verdict): string {
  const base = verdict.base === null ? 'no base' : rate(verdict.base);
  const unmeasured = (verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured;
  return `${base} → ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ''}`;
}

/** The drop as the first screen shows it; the interval of a held verdict is in a folded part. */
export function dropOf(verdict: Verdict): string {
  if (verdict.drop === null) return '–';
  return verdict.verdict === 'held' ? change(verdict.drop.estimate) : interval(verdict);
}

/** The word of a verdict; a held one with the drop that it rules out; with the answer of the new tests. */
export function verdictWord(verdict: Verdict): string {
  const excludes =
    verdict.verdict === 'held' && verdict.excludes !== null ? `: ${ruledOut(verdict.excludes)}` : '';
  return `${verdict.verdict.replaceAll('-', ' ')}${excludes}${newTestsWords(verdict)}`;
}

/** The drop with its interval, in points; a drop below zero is an improvement, and its interval is turned round. */
export function interval(verdict: Verdict): string {
  if (verdict.drop === null) return '–';
  const { estimate, low, high } = verdict.drop;
  const [from, to] = isBetter(estimate) ? [-high, -low] : [low, high];
  return `${change(estimate)} [${whole(from)}, ${whole(to)}]`;
}

function change(drop: number): string {
  return isBetter(drop) ? `${points(-drop)} better` : points(drop);
}

// What is rounded to zero is neither a drop nor an improvement.
function isBetter(drop: number): boolean {
  return Math.round(drop * 100) < 0;
}

function whole(fraction: number): string {
  return String(Math.round(fraction * 100) + 0);
}
