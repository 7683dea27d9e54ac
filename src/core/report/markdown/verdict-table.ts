import type { Table } from 'mdast';
import type { Verdict } from '../../verdict/verdict.ts';
import { bold, table, words, type Phrases } from '../words/phrases.ts';
import { nameSpec, subjectTitle } from '../words/naming.ts';
import { iconOf } from '../words/severity.ts';
import { passedTitle } from '../words/asking.ts';
import { tamperedCounts } from '../summary/tampered-counts.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import {
  afterWord,
  dropNumber,
  dropTitle,
  interval,
  nothingMeasured,
  passedSides,
} from '../words/verdict-words.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { confidence, pValue, points } from '../words/wording.ts';

/** One row per spec and model, as the first screen shows it. */
export function verdictTable(summary: PortabilitySummary, verdicts: readonly Verdict[]): Table {
  // Without an old text nothing can drop.
  const compares = verdicts.some(({ drop }) => drop !== null);
  const drop = compares ? [dropTitle] : [];
  return table(
    [subjectTitle(verdicts), 'Model', passedTitle(verdicts), ...drop, 'Verdict'].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      verdictSubject(summary, verdict),
      words(passedSides(verdict)),
      ...(compares ? [words(dropNumber(verdict))] : []),
      verdictWords(summary, verdict),
    ]),
  );
}

/** The numbers behind the verdicts, for those who want to check them. */
export function numbersTable(summary: PortabilitySummary, verdicts: readonly Verdict[]): Table {
  return table(
    [subjectTitle(verdicts), 'Model', 'Drop [95 % interval]', 'p', 'Rules out'].map((title) => words(title)),
    verdicts
      .filter((verdict) => !nothingMeasured(verdict))
      .map((verdict) => [
        nameSpec(verdict.spec),
        verdictSubject(summary, verdict),
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

function verdictWords(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const spoken = words(verdict.verdict.replaceAll('-', ' '));
  return [
    ...words(`${iconOf(summary, verdict)} `),
    ...(verdict.verdict === 'regressed' ? bold(spoken) : spoken),
    ...words(`${afterWord(verdict)}${tamperedWords(summary, verdict)}`),
  ];
}

function tamperedWords(summary: PortabilitySummary, verdict: Verdict): string {
  const { base, head } = tamperedCounts(summary, verdict);
  const sides = [...(base > 0 ? [`${base} on base`] : []), ...(head > 0 ? [`${head} on head`] : [])];
  return sides.length === 0 ? '' : ` · 🚩 tampered: ${sides.join(', ')}`;
}
