import type { Verdict, VerdictWord } from '../verdict/verdict.ts';
import { words, type Phrases } from './markdown.ts';
import { boldModel, joinNames, nameSpec, nameTest } from './naming.ts';
import { prose } from './prose.ts';
import type { PortabilitySummary, TestTally } from './summary.ts';
import { count, rate, ruledOut } from './wording.ts';

/** One plain sentence about all verdicts of one word, which are at least one. */
export function sentenceOf(
  summary: PortabilitySummary,
  word: VerdictWord,
  verdicts: readonly Verdict[],
): Phrases {
  const [only] = verdicts;
  if (only === undefined) return [];
  return verdicts.length === 1 ? aboutOne(summary, only) : aboutSeveral(summary, word, verdicts);
}

function aboutOne(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const who = subject(summary, verdict);
  const change = beforeAndNow(verdict.base, verdict.head);
  switch (verdict.verdict) {
    case 'regressed':
      return [
        ...words('This change makes '),
        ...boldModel(summary, verdict.model),
        ...words(' fail '),
        ...failing(summary, verdict),
        ...words('.'),
      ];
    case 'suspected':
      return [
        ...words('This change may make '),
        ...boldModel(summary, verdict.model),
        ...words(' fail '),
        ...failing(summary, verdict),
        ...words('; the evidence is too thin to be sure.'),
      ];
    case 'improved':
      return [...who, ...words(` does better with the new text: ${change}.`)];
    case 'held':
      return [...who, ...words(` is unaffected${exclusion([verdict])}.`)];
    case 'inconclusive':
      return [...words('No verdict for '), ...who, ...reason(verdict), ...words('.')];
    case 'base-too-weak':
      return [
        ...words('On '),
        ...who,
        ...words(
          ` the old text already fails too often${verdict.base === null ? '' : ` (${rate(verdict.base)} passed)`} for a drop to show.`,
        ),
      ];
    case 'portable':
      return [...who, ...words(` turns the new spec into passing code: ${rate(verdict.head)}.`)];
    case 'not-portable':
      return [
        ...who,
        ...words(` too often fails to turn the new spec into passing code: ${rate(verdict.head)}.`),
      ];
  }
}

function aboutSeveral(summary: PortabilitySummary, word: VerdictWord, verdicts: readonly Verdict[]): Phrases {
  const names = joinNames(verdicts.map((verdict) => subject(summary, verdict)));
  const detailed = joinNames(
    verdicts.map((verdict) => [
      ...subject(summary, verdict),
      ...words(` (${beforeAndNow(verdict.base, verdict.head)})`),
    ]),
  );
  switch (word) {
    case 'regressed':
      return [
        ...words(`This change makes ${ofAll(summary, verdicts.length)} fail: `),
        ...detailed,
        ...words('.'),
      ];
    case 'suspected':
      return [
        ...words('This change may hurt '),
        ...detailed,
        ...words('; the evidence is too thin to be sure.'),
      ];
    case 'improved':
      return [...words('These do better with the new text: '), ...detailed, ...words('.')];
    case 'held':
      return [...unaffected(summary, names, verdicts.length), ...words(`${exclusion(verdicts)}.`)];
    case 'inconclusive':
      return [...words('No verdict for '), ...names, ...sharedReason(verdicts), ...words('.')];
    case 'base-too-weak':
      return [
        ...words('The old text already fails too often for a drop to show on '),
        ...names,
        ...words('.'),
      ];
    case 'portable':
      return [...words('New text becomes passing code on '), ...detailed, ...words('.')];
    case 'not-portable':
      return [...words('New text too often fails to become passing code on '), ...detailed, ...words('.')];
  }
}

function unaffected(summary: PortabilitySummary, names: Phrases, held: number): Phrases {
  if (held < summary.verdicts.length)
    return held > 3 ? words(`The other ${held} are unaffected`) : [...names, ...words(' are unaffected')];
  const noun = hasSeveralSpecs(summary) ? 'comparisons' : 'models';
  return words(`The new text held on ${held === 2 ? 'both' : `all ${held}`} ${noun}`);
}

function subject(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const model = boldModel(summary, verdict.model);
  return hasSeveralSpecs(summary) ? [...model, ...words(' on '), ...nameSpec(verdict.spec)] : model;
}

function ofAll(summary: PortabilitySummary, part: number): string {
  const noun = hasSeveralSpecs(summary) ? 'comparisons' : 'models';
  return `${part} of ${summary.verdicts.length} ${noun}`;
}

function hasSeveralSpecs(summary: PortabilitySummary): boolean {
  return new Set(summary.verdicts.map((verdict) => verdict.spec)).size > 1;
}

function failing(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const [first] = verdict.brokenTests;
  const on = hasSeveralSpecs(summary) ? [...words(' of '), ...nameSpec(verdict.spec)] : [];
  if (first === undefined) {
    return [...words('its tests'), ...on, ...words(`: ${beforeAndNow(verdict.base, verdict.head)}`)];
  }
  const row = summary.matrix
    .find((candidate) => candidate.spec === verdict.spec && candidate.test === first)
    ?.byModel.get(verdict.model);
  const numbers = row?.head ? beforeAndNow(row.base, row.head) : beforeAndNow(verdict.base, verdict.head);
  const more = verdict.brokenTests.length - 1;
  if (more === 0) return [...nameTest(first), ...on, ...words(`: ${numbers}`)];
  return [...nameTest(first), ...words(` (${numbers}) and ${count(more, 'more test')}`), ...on];
}

function beforeAndNow(base: TestTally | null, head: TestTally): string {
  return base === null ? `${rate(head)} now` : `${rate(base)} before, ${rate(head)} now`;
}

function exclusion(verdicts: readonly Verdict[]): string {
  const ruled = verdicts.map((verdict) => verdict.excludes).filter((excludes) => excludes !== null);
  return ruled.length === verdicts.length ? `: ${ruledOut(Math.max(...ruled))}` : '';
}

function reason(verdict: Verdict): Phrases {
  const missing = verdict.head.unmeasured + (verdict.base?.unmeasured ?? 0);
  const why = verdict.why === null ? [] : [...words(': '), ...prose(withoutFullStop(verdict.why))];
  return missing === 0 ? why : [...why, ...words(` (${count(missing, 'sample')} not measured)`)];
}

function sharedReason(verdicts: readonly Verdict[]): Phrases {
  const reasons = new Set(verdicts.map((verdict) => verdict.why));
  const [first] = reasons;
  if (first === null || first === undefined) return [];
  const lead = reasons.size === 1 ? ': ' : '; the first because: ';
  return [...words(lead), ...prose(withoutFullStop(first))];
}

function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
