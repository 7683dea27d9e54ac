import type { Verdict } from '../../verdict/verdict.ts';
import { measured, type Tally } from '../../statistics/tally.ts';
import { newTestsWords } from './new-tests.ts';
import { points, rate, ruledOut } from './wording.ts';

/** Passes of the two sides: "20/20 → 1/5". */
export function baseToHead(verdict: Verdict): string {
  const base = verdict.base === null ? 'no base' : rate(verdict.base);
  const unmeasured = (verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured;
  return `${base} → ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ''}`;
}

/** The same for a reader of the comment; a side without any measured sample has no count. */
export function passedSides(verdict: Verdict): string {
  const { base, head } = verdict;
  if (nothingMeasured(verdict)) return 'nothing measured';
  const side = (tally: Tally): string => (measured(tally) === 0 ? 'not measured' : rate(tally));
  const unmeasured = (base?.unmeasured ?? 0) + head.unmeasured;
  const missing = unmeasured > 0 ? ` (${unmeasured} not measured)` : '';
  return `${base === null ? 'no base' : side(base)} → ${side(head)}${missing}`;
}

/** Whether no sample of a verdict was measured, on neither side. */
export function nothingMeasured({ base, head }: Verdict): boolean {
  return measured(head) === 0 && (base === null || measured(base) === 0);
}

/** The heading over such numbers. */
export const dropTitle = 'Drop in percentage points';

/** The drop in percentage points, for a column that says the unit. */
export function dropNumber({ drop }: Verdict): string {
  if (drop === null) return '–';
  return isBetter(drop.estimate) ? `${whole(-drop.estimate)} better` : whole(drop.estimate);
}

/** The word of a verdict; a held one with the drop that it rules out; with the answer of the new tests. */
export function verdictWord(verdict: Verdict): string {
  const excludes =
    verdict.verdict === 'held' && verdict.excludes !== null ? `: ${ruledOut(verdict.excludes)}` : '';
  return `${verdict.verdict.replaceAll('-', ' ')}${excludes}${newTestsWords(verdict)}`;
}

/** What a row says after the word of its verdict: the drop that it rules out, and the answer of the new tests. */
export function afterWord(verdict: Verdict): string {
  const { excludes } = verdict;
  const ruled =
    verdict.verdict === 'held' && excludes !== null ? ` (a drop of ${whole(excludes)}+ is ruled out)` : '';
  const never = isUncarried(verdict) ? ' (this spec does not carry the model: no sample ever passed)' : '';
  return `${ruled}${never}${newTestsWords(verdict)}`;
}

/** Whether a spec never carried its model: of twenty base samples or more none passed, and none of the head. */
export function isUncarried({ verdict, asks, base, head }: Verdict): boolean {
  const isAboutChange = asks === 'regression' && base !== null;
  if (verdict !== 'base-too-weak' || !isAboutChange) return false;
  return base.passed + head.passed === 0 && measured(base) >= 20;
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
