import type { Verdict } from '../../verdict/verdict.ts';
import {
  allHeldLead,
  asksOf,
  beforeAndNow,
  betterForSeveral,
  betterThan,
  blame,
  blameForSeveral,
  heldLead,
  samplesBeforeAndNow,
  suspectForSeveral,
  weakSide,
} from './asking.ts';
import { words, type Phrases } from './phrases.ts';
import { boldModel, joinNames, nameSpec, nameTest } from './naming.ts';
import { prose } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { verdictSubject } from './switch-sentences.ts';
import { confidence, count, rate, ruledOut } from './wording.ts';
import { rowsBehind, whatFailed } from './rows-behind.ts';
import { isUncarried } from './verdict-words.ts';
import { additionalKindOf } from '../../records/asks.ts';
import type { VerdictWord } from '../../records/verdict-word.ts';

/** One sentence about all verdicts with the same word; there must be at least one. */
export function sentenceOf(
  summary: PortabilitySummary,
  word: VerdictWord,
  verdicts: readonly Verdict[],
): Phrases {
  const [only] = verdicts;
  if (only === undefined) return [];
  return verdicts.length === 1 ? aboutOne(summary, only) : aboutSeveral(summary, word, verdicts);
}

/** The names of the first comparisons with one word, if there is no room for a sentence about each. */
export function namesOf(
  summary: PortabilitySummary,
  word: 'regressed' | 'suspected',
  verdicts: readonly Verdict[],
): Phrases {
  if (verdicts.length === 0) return [];
  const names = joinNames(verdicts.map((verdict) => withCounts(summary, verdict)));
  return [...words(word === 'regressed' ? 'Regressed: ' : 'Suspected: '), ...names, ...words('.')];
}

function withCounts(summary: PortabilitySummary, verdict: Verdict): Phrases {
  return [...subject(summary, verdict), ...words(` (${sidesOf(verdict)})`)];
}

function tooWeak(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const who = subject(summary, verdict);
  if (isUncarried(verdict))
    return [
      ...words('This spec does not carry '),
      ...who,
      ...words(`: ${samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head)}`),
      ...whatFailed(summary, verdict),
      ...words(`${alsoRed(summary, [verdict])}.`),
    ];
  const passed = verdict.base === null ? '' : ` (${rate(verdict.base)} passed)`;
  const also = alsoRed(summary, [verdict]);
  return [
    ...words('A drop cannot be seen on '),
    ...who,
    ...words(`: ${weakSide(verdict.asks)} already fails too often${passed}${also}`),
    ...(verdict.why === null ? [] : [...words('; '), ...prose(withoutFullStop(verdict.why))]),
    ...words('.'),
  ];
}

function aboutOne(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const who = subject(summary, verdict);
  switch (verdict.verdict) {
    case 'regressed':
      return [...blame(summary, verdict, true), ...failing(summary, verdict), ...words('.')];
    case 'suspected':
      return [
        ...blame(summary, verdict, false),
        ...failing(summary, verdict),
        ...words('; the evidence is too thin to be sure.'),
      ];
    case 'improved':
      return [
        ...who,
        ...betterThan(summary, verdict),
        ...words(`${samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head)}.`),
      ];
    case 'held':
      return [
        ...words(heldLead(verdict.asks, hasSeveralSpecs(summary))),
        ...heldSubject(summary, verdict),
        ...words(`${exclusion(summary, [verdict])}.`),
      ];
    case 'inconclusive':
      return [...words('No verdict for '), ...who, ...reason(verdict), ...words('.')];
    case 'base-too-weak':
      return tooWeak(summary, verdict);
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
  const asks = asksOf(verdicts);
  const detailed = joinNames(verdicts.map((verdict) => withCounts(summary, verdict)));
  switch (word) {
    case 'regressed':
      return [
        ...words(blameForSeveral(summary, verdicts, ofAll(summary, verdicts.length))),
        ...detailed,
        ...words('.'),
      ];
    case 'suspected':
      return [
        ...words(suspectForSeveral(summary, verdicts)),
        ...detailed,
        ...words('; the evidence is too thin to be sure.'),
      ];
    case 'improved':
      return [...words(betterForSeveral(asks)), ...detailed, ...words('.')];
    case 'held':
      return [...heldOn(summary, verdicts), ...words(`${exclusion(summary, verdicts)}.`)];
    case 'inconclusive':
      return [...words('No verdict for '), ...names, ...sharedReason(verdicts), ...words('.')];
    case 'base-too-weak':
      return [
        ...words('A drop cannot be seen on '),
        ...names,
        ...words(`: ${weakSide(asks)} already fails too often${alsoRed(summary, verdicts)}.`),
      ];
    case 'portable':
      return [...words('New text becomes passing code on '), ...detailed, ...words('.')];
    case 'not-portable':
      return [...words('New text too often fails to become passing code on '), ...detailed, ...words('.')];
  }
}

function heldOn(summary: PortabilitySummary, verdicts: readonly Verdict[]): Phrases {
  const held = verdicts.length;
  const several = hasSeveralSpecs(summary);
  const asks = asksOf(verdicts);
  if (held === summary.verdicts.length) {
    const all = held === 2 ? 'both' : `all ${held}`;
    // "The new text held" would also praise it where its new tests are not met.
    const lead = hasOpenRequirement(summary) ? 'Held ' : allHeldLead(asks);
    return words(`${lead}${several ? `in ${all} comparisons` : `on ${all} models`}`);
  }
  if (held > 3) return words(`Held ${several ? 'in' : 'on'} the other ${held}`);
  const names = joinNames(verdicts.map((verdict) => heldSubject(summary, verdict)));
  return [...words(heldLead(asks, several)), ...names];
}

function hasOpenRequirement({ verdicts }: PortabilitySummary): boolean {
  return verdicts.some(({ requirements }) => (requirements?.verdict ?? 'met') !== 'met');
}

function heldSubject(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const model = boldModel(summary, verdict.model);
  return hasSeveralSpecs(summary) ? [...nameSpec(verdict.spec), ...words(' on '), ...model] : model;
}

// If the tests fail without any model, this change is not the cause.
function alsoRed({ red }: PortabilitySummary, verdicts: readonly Verdict[]): string {
  const isRed = verdicts.every(({ spec }) => red.some((base) => base.spec === spec));
  return isRed ? '; the committed code fails its tests too' : '';
}

function subject(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const model =
    additionalKindOf(verdict.asks) === undefined
      ? boldModel(summary, verdict.model)
      : verdictSubject(summary, verdict);
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
  const counted = samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head);
  const suite = [...words('its tests'), ...on, ...words(`: ${counted}`)];
  if (first === undefined) return suite;
  // The whole suite has regressed, but no single test is certain.
  if (verdict.verdict === 'regressed' && verdict.unconfirmed)
    return [
      ...suite,
      ...words('; perhaps because of '),
      ...nameTest(first),
      ...words(`${others(verdict)} (unconfirmed)`),
    ];
  const row = rowsBehind(summary, verdict)
    .find(({ test }) => test === first)
    ?.byQuestion.get(verdict.question);
  const [before, now] = row?.head ? [row.base, row.head] : [verdict.base, verdict.head];
  const doubt = verdict.unconfirmed ? ' (unconfirmed)' : '';
  const rest = others(verdict);
  const numbers = samplesBeforeAndNow(verdict.asks, before, now);
  if (rest === '') return [...nameTest(first), ...on, ...words(`${doubt}: ${numbers}`)];
  return [...nameTest(first), ...words(` (${numbers})${rest}`), ...on, ...words(doubt)];
}

function others({ brokenTests }: Verdict): string {
  return brokenTests.length < 2 ? '' : ` and ${count(brokenTests.length - 1, 'more test')}`;
}

function sidesOf({ asks, base, head }: Verdict): string {
  return beforeAndNow(asks, base, head);
}

// Beside bad news the rows of the table say it.
function exclusion(summary: PortabilitySummary, verdicts: readonly Verdict[]): string {
  const ruled = verdicts.map((verdict) => verdict.excludes).filter((excludes) => excludes !== null);
  if (ruled.length < verdicts.length || verdicts.length < summary.verdicts.length) return '';
  const sure = `${ruledOut(Math.max(...ruled))} (${confidence(summary.settings.beta)})`;
  return `: ${sure}, smaller ones were not tested`;
}

function reason(verdict: Verdict): Phrases {
  return verdict.why === null ? [] : [...words(': '), ...prose(withoutFullStop(verdict.why))];
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
