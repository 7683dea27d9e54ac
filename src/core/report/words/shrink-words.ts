import { grouped } from '../../grouped.ts';
import type { Answer } from '../../shrink/answer.ts';
import type { DanglingReference } from '../../parts/dangling-references.ts';
import type { JudgedPart, PartOutcome, Saving, Shrunk } from '../../shrink/shrunk.ts';
import { joinNames } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import { confidence, count, dollars, points, ruledOut } from './wording.ts';

/** The outcomes of parts in the order in which they are told. */
export const partOutcomes: readonly PartOutcome[] = ['not-missed', 'needed', 'undecided'];

/** What each outcome claims. */
export const outcomeMeaning: Readonly<Record<PartOutcome, string>> = {
  'not-missed': 'gone in the offered text; not missed while the others stay',
  needed: 'without it a drop is shown',
  undecided: 'nothing could be shown, so it stays',
};

/** The result in one line. */
export function shrinkTitle({ target, parts, offer }: Shrunk): Phrases {
  const gone = parts.filter(({ outcome }) => outcome === 'not-missed').length;
  const said = offer === null ? 'nothing is offered' : `${gone} of ${count(parts.length, 'part')} can go`;
  return [...code(target, 120), ...words(`: ${said}`)];
}

/** What the offered text was shown to do, or why there is none. */
export function shrinkClaim(shrunk: Shrunk): Phrases {
  const { offer } = shrunk;
  if (offer === null) return whyNothing(shrunk);
  const told = `Held on ${offer.answers.length} of ${subjectsOf(shrunk)} on fresh samples of both texts: `;
  const where = offer.answers.every(({ tests }) => tests > 0)
    ? 'in the suite and in each test'
    : 'in the suite';
  return words(
    `${told}${ruledOut(offer.drop)} ${where} (${confidence(offer.beta)}, for all of them together).`,
  );
}

function subjectsOf({ subjects }: Shrunk): string {
  const number = grouped(subjects.length);
  return areOfOneSpec(subjects) ? count(subjects.length, 'model') : `${number} pairs of a spec and a model`;
}

function areOfOneSpec(subjects: Shrunk['subjects']): boolean {
  return new Set(subjects.map(({ spec }) => spec)).size === 1;
}

function whyNothing({ end, weakOn, parts, subjects, questions }: Shrunk): Phrases {
  if (end === 'base-too-weak') {
    const names = weakOn.map(({ spec, model }) => [
      ...code(model, 80),
      ...(areOfOneSpec(subjects) ? [] : [...words(' of '), ...code(spec, 80)]),
    ]);
    return [
      ...words('The text as it stands passes too rarely on '),
      ...joinNames(names),
      ...words(' to show that a shorter one holds there. Mend the spec first, or leave that model out with '),
      ...code('--model'),
      ...words('.'),
    ];
  }
  if (questions === 0)
    return words(
      'The budget has no room for a search and for the samples that confirm it, so nothing was asked. Give it more, for example with --max-generations.',
    );
  const isAllNeeded = parts.every(({ outcome }) => outcome === 'needed');
  if (isAllNeeded) return words('Every part is needed by at least one model.');
  return words('No shorter text was shown to hold on every model.');
}

/** How the run ended, if not by itself. */
export function shrinkEndNote({ end, offer, questions }: Shrunk): string | null {
  // Where nothing was asked there is nothing to go on from.
  if (end === 'settled' || end === 'base-too-weak' || questions === 0) return null;
  const what =
    end === 'budget'
      ? 'The budget ended the search before every part was tried'
      : 'The search ended early, because samples could not be measured';
  const known = offer === null ? '' : ' Only what was confirmed is offered.';
  return `${what}: the rest is undecided.${known} Run it again and it goes on from its records.`;
}

/** What the offered text saves. */
export function savingLine({ inputTokens, share, usdPer1000 }: Saving): Phrases {
  const tokens = `Saves about ${count(inputTokens, 'input token')} a generation (${Math.round(100 * share)} % of what a model is shown)`;
  const costs = usdPer1000.map(({ model, usd }) => [
    ...words(usd === null ? 'n/a on ' : `${dollars(usd)} on `),
    ...code(model, 80),
  ]);
  return [...words(`${tokens}; of 1,000 generations: `), ...joinNames(costs, 10), ...words('.')];
}

/** What the offered text says of places that are gone; empty = nothing. */
export function danglingLine(dangling: readonly DanglingReference[]): Phrases {
  if (dangling.length === 0) return [];
  const places = dangling.map(({ file, line, reference }) => [
    ...code(reference, 80),
    ...words(' in '),
    ...code(file, 120),
    ...words(` line ${line}`),
  ]);
  return [
    ...words('These refer to what is gone, and are left as they were written: '),
    ...joinNames(places, 5),
    ...words('.'),
  ];
}

/** Who needs a part, and which tests said so; with the spec where several are tried. */
export function whoNeeds({ outcome, answers }: JudgedPart, subjects: Shrunk['subjects']): Phrases {
  if (outcome !== 'needed') return words('');
  const broken = answers.filter(({ verdict }) => verdict === 'regressed');
  return broken.flatMap((answer, index) => [
    ...words(index === 0 ? '' : '; '),
    ...code(answer.model, 80),
    ...(areOfOneSpec(subjects) ? [] : [...words(' of '), ...code(answer.spec, 80)]),
    ...words(` ${passes(answer)}`),
    ...(answer.brokenTests.length === 0 ? [] : [...words(' · '), ...joinNames(testsOf(answer), 2)]),
  ]);
}

function testsOf({ brokenTests }: Answer): readonly Phrases[] {
  return brokenTests.map((test) => code(test, 120));
}

/** Passes with and without the words. */
export function passes({ base, head }: Pick<Answer, 'base' | 'head'>): string {
  const of = ({ passed, failed }: Answer['base']): string => `${passed}/${passed + failed}`;
  return `${of(base)} → ${of(head)}`;
}

/** What one answer rules out. */
export function excluded({ excludes, verdict }: Answer): string {
  if (verdict === 'improved') return 'improved';
  return excludes === null ? verdict.replaceAll('-', ' ') : `held, no drop of ${points(excludes)}`;
}
