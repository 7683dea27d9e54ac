import type { Table } from 'mdast';
import type { Verdict } from '../verdict/verdict.ts';
import { bold, table, words, type Phrases } from './markdown.ts';
import { nameSpec } from './naming.ts';
import { iconOf } from './severity.ts';
import { sidesTitle } from './asking.ts';
import { tamperedOf } from './tampered-of.ts';
import type { PortabilitySummary } from './summary.ts';
import { whoseVerdict } from './switch-sentences.ts';
import { confidence, pValue, points, rate, ruledOut } from './wording.ts';

/** One row per spec and model, as a reader first meets it. */
export function verdictTable(summary: PortabilitySummary, verdicts: readonly Verdict[]): Table {
  return table(
    ['Spec', 'Model', sidesTitle(verdicts), 'Drop [95 %]', 'Verdict'].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      whoseVerdict(summary, verdict),
      words(baseToHead(verdict)),
      words(dropOf(verdict)),
      verdictWords(summary, verdict),
    ]),
  );
}

/** The numbers behind the verdicts, for those who want to check them. */
export function numbersTable(summary: PortabilitySummary, verdicts: readonly Verdict[]): Table {
  return table(
    ['Spec', 'Model', 'Drop [95 %]', 'p (Holm)', 'Rules out'].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      whoseVerdict(summary, verdict),
      words(interval(verdict)),
      words(verdict.p === null ? '–' : pValue(verdict.p)),
      words(
        verdict.excludes === null
          ? '–'
          : `drops of ${points(verdict.excludes)} or more (${confidence(summary.settings.beta)})`,
      ),
    ]),
  );
}

/** Passes of the two sides: "20/20 → 1/5". */
export function baseToHead(verdict: Verdict): string {
  const base = verdict.base === null ? 'no base' : rate(verdict.base);
  const unmeasured = (verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured;
  return `${base} → ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ''}`;
}

/** The drop as the first screen shows it; a held verdict has its interval folded away. */
export function dropOf(verdict: Verdict): string {
  if (verdict.drop === null) return '–';
  return verdict.verdict === 'held' ? points(verdict.drop.estimate) : interval(verdict);
}

/** The word of a verdict, with what a held one rules out. */
export function verdictWord(verdict: Verdict): string {
  const excludes =
    verdict.verdict === 'held' && verdict.excludes !== null ? `: ${ruledOut(verdict.excludes)}` : '';
  return `${verdict.verdict.replaceAll('-', ' ')}${excludes}`;
}

function verdictWords(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const spoken = words(verdict.verdict.replaceAll('-', ' '));
  const ruled =
    verdict.verdict === 'held' && verdict.excludes !== null
      ? ` (${Math.round(verdict.excludes * 100)}+ points ruled out)`
      : '';
  return [
    ...words(`${iconOf(summary, verdict)} `),
    ...(verdict.verdict === 'regressed' ? bold(spoken) : spoken),
    ...words(`${ruled}${tamperedWords(summary, verdict)}`),
  ];
}

function tamperedWords(summary: PortabilitySummary, verdict: Verdict): string {
  const { base, head } = tamperedOf(summary, verdict);
  const sides = [...(base > 0 ? [`${base} on base`] : []), ...(head > 0 ? [`${head} on head`] : [])];
  return sides.length === 0 ? '' : ` · 🚩 tampered: ${sides.join(', ')}`;
}

function interval(verdict: Verdict): string {
  if (verdict.drop === null) return '–';
  const { estimate, low, high } = verdict.drop;
  return `${points(estimate)} [${Math.round(low * 100)}, ${Math.round(high * 100)}]`;
}
