import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { gateway, withoutCode } from './model-steps.ts';
import { culprits, guessedAt, linesOf, placeOf, type Place } from '../changed-words/hunk-quote.ts';
import { wordsBehind } from '../changed-words/found-behind.ts';
import { joinNames, nameModel, nameSpec, nameTest } from '../words/naming.ts';
import { mostSevereFirst } from '../words/severity.ts';
import { words, type Phrases } from '../words/phrases.ts';
import { code } from '../words/prose.ts';
import { sameTests, withSameWords } from '../words/change-facts.ts';
import { lookBesideFirst, mendBroken } from '../words/warnings.ts';

/** The one thing to do now, as the state of the run asks for it; null where nothing is to be done or known. */
export function nextStep(summary: PortabilitySummary, place: Place): Phrases | null {
  for (const rule of rules) {
    const step = rule(summary, place);
    if (step !== null) return step;
  }
  return null;
}

type Rule = (summary: PortabilitySummary, place: Place) => Phrases | null;

// The first that applies: what blocks comes before what merely leaves a question open.
const rules: readonly Rule[] = [
  collected,
  misconfigured,
  regressed,
  notPortable,
  unmet,
  mendBroken,
  alteredJudge,
  suspected,
  gateway,
  outOfBudget,
  samplesMissing,
  weakBase,
  undecided,
  noEvidence,
  fork,
  nothing,
];

// Nothing here can be asked again, and no spec is known.
function collected(summary: PortabilitySummary): Phrases | null {
  const [worst] = mostSevereFirst(summary.verdicts);
  return worst?.asks === 'outcomes' ? words(collectedSteps[worst.verdict]) : null;
}

const moreSamples =
  'collect more samples, with a number that is fixed before the first of them is seen, and judge those alone.';

const collectedSteps: Readonly<Record<Verdict['verdict'], string>> = {
  regressed: 'take back or reword what changed, then collect the head again with as many samples.',
  'not-portable': moreSamples,
  suspected: moreSamples,
  inconclusive: moreSamples,
  'base-too-weak': 'mend what the base fails on first; then a drop can be seen.',
  improved: 'none.',
  portable: 'none.',
  held: 'none.',
};

function misconfigured({ models }: PortabilitySummary): Phrases | null {
  const refused = models.filter(({ isMisconfigured }) => isMisconfigured).map(({ id }) => code(id, 80));
  if (refused.length === 0) return null;
  return [...words('mend '), ...joinNames(refused), ...words(' under '), ...code('models'), ...words('.')];
}

function regressed(summary: PortabilitySummary, place: Place): Phrases | null {
  const hurt = of(summary, 'regressed');
  const [first] = hurt;
  if (first === undefined) return null;
  if (first.asks === 'model-switch') return keepTheOld(summary, first);
  if (first.asks === 'drift')
    return words(
      'nothing in this repository has to have changed, the model behind the name may have: reword the spec, or name a fixed version of the model.',
    );
  const { said, are } = suspects(summary, place);
  return [
    ...lookBesideFirst(summary, first),
    ...words('reword '),
    ...said,
    ...words(` until every model reads ${are} as before${orChangeTests(summary, first)}`),
    ...(summary.conclusion === 'failure' ? [] : words(' Nothing is blocked here.')),
  ];
}

// With the same words nothing new can be wanted.
function orChangeTests(summary: PortabilitySummary, verdict: Verdict): string {
  if (withSameWords(summary).includes(verdict)) return '.';
  const tests = sameTests(summary, [verdict])
    ? 'change the tests in the same pull request'
    : 'change the failing test as well';
  return `; if the new behaviour is what you want, ${tests}.`;
}

function keepTheOld(summary: PortabilitySummary, { spec, insteadOf, model }: Verdict): Phrases {
  return [
    ...words('keep '),
    ...(insteadOf === undefined ? words('the old model') : nameModel(summary, insteadOf)),
    ...words(' for '),
    ...nameSpec(spec),
    ...words(', or reword that spec until '),
    ...nameModel(summary, model),
    ...words(' passes its tests.'),
  ];
}

type Suspects = { readonly said: Phrases; readonly are: 'it' | 'them' };

// Which of several changes it was is not known before it is measured, so none of them is named.
function suspects(summary: PortabilitySummary, place: Place): Suspects {
  const found = wordsBehind(summary).flatMap(({ cells }) => cells.map((cell) => cell.found));
  const hunks = culprits(summary);
  // Mending one of these would leave the other.
  if (found.some(({ check }) => check === 'each-suffices')) return changedLines;
  const isOpen =
    guessedAt(summary).some(({ culprit }) => culprit.length > 1) ||
    found.some(({ parts, check }) => parts.length > 1 || check === 'unexplained');
  if (isOpen) return { said: words('one of the changed lines'), are: 'it' };
  const stretches = [...found.flatMap(({ parts }) => parts.map(({ part }) => part)), ...hunks.map(placeOf)];
  const named = new Map(
    stretches.map((stretch) => [JSON.stringify([stretch.file, stretch.lines]), linesOf(stretch, place)]),
  );
  const places = [...named.values()];
  if (places.length === 0) return { ...changedLines, are: 'it' };
  if (places.length > 1 && (found.length === 0 || places.length > 3)) return changedLines;
  return { said: joinNames(places), are: places.length === 1 ? 'it' : 'them' };
}

const changedLines: Suspects = { said: words('the changed lines'), are: 'them' };

function notPortable(summary: PortabilitySummary): Phrases | null {
  const [first] = of(summary, 'not-portable');
  if (first === undefined) return null;
  const noCode = withoutCode(summary, first);
  if (noCode !== null) return noCode;
  return [
    ...words('say in '),
    ...nameSpec(first.spec),
    ...words(' what its failing tests ask for'),
    ...((summary.belowMinimum ?? []).length === 0
      ? words('.')
      : [...words(', or lower '), ...code('gate.min-portability'), ...words('.')]),
  ];
}

function unmet({ verdicts }: PortabilitySummary): Phrases | null {
  const asked = verdicts.find(({ requirements }) => requirements?.verdict === 'unmet');
  const [worst] = (asked?.requirements?.tests ?? []).toSorted((one, other) => other.failed - one.failed);
  if (asked === undefined) return null;
  return [
    ...words('say in '),
    ...nameSpec(asked.spec),
    ...words(' what '),
    ...(worst === undefined ? words('the new tests') : nameTest(worst.test)),
    ...words(' asks for: no model is shown a test.'),
  ];
}

function alteredJudge({ alteredJudges = [] }: PortabilitySummary): Phrases | null {
  if (alteredJudges.every(({ accepted }) => accepted !== null)) return null;
  return words(
    'read how the tests are run now; then accept it as written above, or move it to a pull request of its own.',
  );
}

function suspected(summary: PortabilitySummary, place: Place): Phrases | null {
  const [first] = of(summary, 'suspected');
  if (first === undefined) return null;
  return [
    ...lookBesideFirst(summary, first),
    ...words('reword '),
    ...suspects(summary, place).said,
    ...words(', or allow more samples ('),
    ...code('samples.looks'),
    ...words(summary.conclusion === 'failure' ? ') to be sure.' : ') to be sure. Nothing is blocked here.'),
  ];
}

function outOfBudget({ spent }: PortabilitySummary): Phrases | null {
  if (spent.notReached.length === 0) return null;
  const caps = joinNames(spent.exhaustedCaps.map((cap) => code(`budget.${cap}`)));
  return [
    ...words('raise '),
    ...(caps.length === 0 ? words('the budget') : caps),
    ...words(', or run the job again: it goes on with the samples that it has.'),
  ];
}

function samplesMissing({ verdicts }: PortabilitySummary): Phrases | null {
  const isMissing = verdicts.some(
    ({ verdict, base, head }) => verdict === 'inconclusive' && (base?.unmeasured ?? 0) + head.unmeasured > 0,
  );
  return isMissing
    ? words(
        'run the job again later: it keeps the samples that it has, and takes only those that are missing.',
      )
    : null;
}

function weakBase(summary: PortabilitySummary): Phrases | null {
  const [first] = of(summary, 'base-too-weak');
  if (first === undefined) return null;
  const noCode = withoutCode(summary, first);
  if (noCode !== null) return noCode;
  return [
    ...words('give '),
    ...nameSpec(first.spec),
    ...words(' what the failing tests ask for, or mend the tests; then edits of it can be judged.'),
  ];
}

function undecided({ verdicts }: PortabilitySummary): Phrases | null {
  const isOpen = verdicts.some(
    // A question without any sample to compare was stopped for a reason that its sentence gives.
    ({ verdict, drop, requirements }) =>
      (verdict === 'inconclusive' && drop !== null) || requirements?.verdict === 'undecided',
  );
  return isOpen
    ? [...words('allow more samples ('), ...code('samples.looks'), ...words('), or leave it open.')]
    : null;
}

// What was measured is no evidence, for example because the tests do not read the generated files.
function noEvidence(summary: PortabilitySummary): Phrases | null {
  return of(summary, 'inconclusive').length > 0
    ? words('mend what the reason above names, then run the job again: what can be used is asked only once.')
    : null;
}

function nothing({ conclusion, verdicts }: PortabilitySummary): Phrases | null {
  return conclusion === 'success' && verdicts.length > 0 ? words('none.') : null;
}

function fork({ trigger, skipReason }: PortabilitySummary): Phrases | null {
  return skipReason !== null && trigger.kind === 'pull-request' && trigger.fromFork
    ? words('a maintainer can run the check from a branch of this repository.')
    : null;
}

function of({ verdicts }: PortabilitySummary, word: Verdict['verdict']): readonly Verdict[] {
  return verdicts.filter(({ verdict }) => verdict === word);
}
