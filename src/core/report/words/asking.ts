import type { Asks, AdditionalKind } from '../../records/asks.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { sameTests } from './change-facts.ts';
import { words, type Phrases } from './phrases.ts';
import { boldModel, nameModel } from './naming.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { rate } from './wording.ts';
import type { MatrixRow, TestTally } from '../../verdict/matrix.ts';

/** All words that a report has for one kind of question. */
type Wording = {
  /** The cause that a regressed or suspected verdict names, up to the name of what fails: "This change makes X fail ". */
  readonly blame: (summary: PortabilitySummary, verdict: Verdict, isSure: boolean) => Phrases;
  /** An improvement of one model, up to the numbers. */
  readonly better: (summary: PortabilitySummary, verdict: Verdict) => Phrases;
  /** What several regressed verdicts have in common, up to their names; `part` is "2 of 6 models". */
  readonly blameForSeveral: (
    part: string,
    summary: PortabilitySummary,
    verdicts: readonly Verdict[],
  ) => string;
  /** What several suspected verdicts have in common, up to their names. */
  readonly suspectForSeveral: (summary: PortabilitySummary, verdicts: readonly Verdict[]) => string;
  /** What an improvement of several is measured against, up to their names. */
  readonly betterForSeveral: string;
  /** A verdict that held, up to "on" and a name. */
  readonly held: string;
  /** What all verdicts that held have in common, before "on both models". */
  readonly allHeld: string;
  /** What follows the rate of each side in a sentence: "20/20 before, 0/5 now". */
  readonly sides: { readonly base: string; readonly head: string };
  /** The side that already fails so often that a drop could not show. */
  readonly weakSide: string;
  /** What is said after the name of a model: nothing where it is asked about the change. */
  readonly afterModel: (summary: PortabilitySummary, verdict: Pick<Verdict, 'insteadOf'>) => Phrases;
  /** The title over a grid of tests by models, and what its two columns of a model are called. */
  readonly grid: { readonly title: string; readonly sides: readonly [string, string] };
  /** The title over a list of tests, by the sides on which they exist. */
  readonly tests: Readonly<Record<MatrixRow['on'], string>>;
};

const aboutChange: Wording = {
  blame: (summary, verdict, isSure) => {
    const name = boldModel(summary, verdict.model);
    return sameTests(summary, [verdict])
      ? [
          ...words('The tests did not change, and '),
          ...name,
          ...words(isSure ? ' now fails ' : ' may now fail '),
        ]
      : [...words(isSure ? 'This change makes ' : 'This change may make '), ...name, ...words(' fail ')];
  },
  better: () => words(' does better with the new text: '),
  blameForSeveral: (part, summary, verdicts) =>
    sameTests(summary, verdicts)
      ? `The tests did not change, and ${part} now fail: `
      : `This change makes ${part} fail: `,
  suspectForSeveral: (summary, verdicts) =>
    sameTests(summary, verdicts)
      ? 'The tests did not change, and these may now fail: '
      : 'This change may hurt ',
  betterForSeveral: 'These do better with the new text: ',
  held: 'Held',
  allHeld: 'The new text held ',
  sides: { base: 'before', head: 'now' },
  weakSide: 'the old text',
  afterModel: () => [],
  grid: { title: 'Every test, by model and side', sides: ['base', 'head'] },
  tests: {
    both: 'Every test, by model',
    'head-only': 'New requirements: tests on the head side only',
    'base-only': 'Tests that vanished',
  },
};

// Where only the models or only the form of a text differ, both sides have the same tests.
function everyTest(title: string): Wording['tests'] {
  return { both: title, 'head-only': title, 'base-only': title };
}

const wordings: Readonly<Record<Asks, Wording>> = {
  regression: aboutChange,
  portable: aboutChange,
  drift: {
    ...aboutChange,
    blame: (summary, { model }, isSure) => [
      ...words('The spec did not change, but '),
      ...boldModel(summary, model),
      ...words(isSure ? ' now fails ' : ' may now fail '),
    ],
    better: () => words(' does better than at the anchor: '),
    blameForSeveral: (part) => `No spec changed, but ${part} now fail: `,
    suspectForSeveral: () => 'No spec changed, but these may now fail: ',
    betterForSeveral: 'These do better than at the anchor: ',
    held: 'No drift',
    allHeld: 'No drift ',
    sides: { base: 'at the anchor', head: 'tonight' },
    weakSide: 'the anchor',
  },
  'model-switch': {
    blame: (summary, verdict, isSure) => [
      ...words('Switching from '),
      ...replaced(summary, verdict),
      ...words(' to '),
      ...boldModel(summary, verdict.model),
      ...words(isSure ? ' breaks ' : ' may break '),
    ],
    better: (summary, verdict) => [
      ...words(' does better than '),
      ...replaced(summary, verdict),
      ...words(': '),
    ],
    blameForSeveral: (part) => `Switching models breaks ${part}: `,
    suspectForSeveral: () => 'Switching models may hurt ',
    betterForSeveral: 'These do better than the model that is left: ',
    held: 'Held',
    allHeld: 'The switch held ',
    sides: { base: 'with the old model', head: 'with the new one' },
    weakSide: 'the model that is left',
    afterModel: (summary, { insteadOf }) =>
      insteadOf === undefined ? [] : [...words(' instead of '), ...nameModel(summary, insteadOf)],
    grid: { title: 'Every test, by the model that is left and the new one', sides: ['old', 'new'] },
    tests: everyTest('Every test, on the model that is left and on the one that takes over'),
  },
  outcomes: {
    ...aboutChange,
    blame: (summary, { model }, isSure) => [
      ...boldModel(summary, model),
      ...words(isSure ? ' now fails ' : ' may now fail '),
    ],
    better: () => words(' does better than before: '),
    blameForSeveral: (part) => `${part} now fail: `,
    suspectForSeveral: () => 'These may now fail: ',
    betterForSeveral: 'These do better than before: ',
    allHeld: 'Held ',
    weakSide: 'the base',
  },
};

function replaced(summary: PortabilitySummary, { insteadOf }: Verdict): Phrases {
  return insteadOf === undefined ? words('the model that is left') : boldModel(summary, insteadOf);
}

/** The cause that a verdict names, up to the name of what fails. */
export function blame(summary: PortabilitySummary, verdict: Verdict, isSure: boolean): Phrases {
  return wordings[verdict.asks].blame(summary, verdict, isSure);
}

/** The words for an improvement of one model, up to the numbers. */
export function betterThan(summary: PortabilitySummary, verdict: Verdict): Phrases {
  return wordings[verdict.asks].better(summary, verdict);
}

/** What several regressed verdicts have in common, up to their names; `part` is "2 of 6 models". */
export function blameForSeveral(
  summary: PortabilitySummary,
  verdicts: readonly Verdict[],
  part: string,
): string {
  return wordings[asksOf(verdicts)].blameForSeveral(part, summary, verdicts);
}

/** What several suspected verdicts have in common, up to their names. */
export function suspectForSeveral(summary: PortabilitySummary, verdicts: readonly Verdict[]): string {
  return wordings[asksOf(verdicts)].suspectForSeveral(summary, verdicts);
}

/** What verdicts of one run ask: one kind of question, even where a new spec among them has no base. */
export function asksOf(verdicts: readonly Verdict[]): Asks {
  return verdicts[0]?.asks ?? 'regression';
}

/** What an improvement of several is measured against. */
export function betterForSeveral(asks: Asks): string {
  return wordings[asks].betterForSeveral;
}

/** The words for a verdict that held, up to the name. */
export function heldLead(asks: Asks, hasSeveralSpecs: boolean): string {
  return `${wordings[asks].held} ${hasSeveralSpecs ? 'for' : 'on'} `;
}

/** What all verdicts that held have in common, before "on both models". */
export function allHeldLead(asks: Asks): string {
  return wordings[asks].allHeld;
}

/** The two sides of a comparison in a sentence: "20/20 before, 0/5 now". */
export function beforeAndNow(asks: Asks, base: TestTally | null, head: TestTally): string {
  if (base === null) return `${rate(head)} now`;
  const { sides } = wordings[asks];
  return `${rate(base)} ${sides.base}, ${rate(head)} ${sides.head}`;
}

/** The same where it must be said what the numbers count: "20 of 20 samples passed before, 0 of 5 now". */
export function samplesBeforeAndNow(asks: Asks, base: TestTally | null, head: TestTally): string {
  const of = ({ passed, failed }: TestTally): string => `${passed} of ${passed + failed}`;
  if (base === null) return `${of(head)} samples passed`;
  const { sides } = wordings[asks];
  return `${of(base)} samples passed ${sides.base}, ${of(head)} ${sides.head}`;
}

/** The heading of the column with the passes of both sides. */
export function passedTitle(verdicts: readonly Verdict[]): string {
  const asked = new Set(verdicts.map(({ asks }) => asks));
  const [only = 'regression'] = asked.size === 1 ? asked : [];
  const { base, head } = wordings[only].sides;
  return `Passed ${base} → ${head}`;
}

/** What the two sides of a question are called: "before" and "now". */
export function sidesInWords(asks: Asks): Wording['sides'] {
  return wordings[asks].sides;
}

/** The side that already fails so often that a drop could not show. */
export function weakSide(asks: Asks): string {
  return wordings[asks].weakSide;
}

/** What is said after the name of a model where it is not asked about the change: " instead of the old one". */
export function addedToModel(
  summary: PortabilitySummary,
  { asks = 'regression', ...verdict }: { readonly asks?: Asks; readonly insteadOf?: string },
): Phrases {
  return wordings[asks].afterModel(summary, verdict);
}

/** The title over a grid of tests by models, and what its two columns of a model are called. */
export function gridTitle(beside: AdditionalKind | undefined): Wording['grid'] {
  return wordings[beside ?? 'regression'].grid;
}

/** The title over a list of tests, by what is asked and by the sides on which they exist. */
export function testsTitle(beside: AdditionalKind | undefined, on: MatrixRow['on']): string {
  return wordings[beside ?? 'regression'].tests[on];
}
