import type { Verdict } from '../../verdict/verdict.ts';
import { words, type Phrases } from './phrases.ts';
import { boldModel } from './naming.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { rate } from './wording.ts';
import type { TestTally } from '../../verdict/matrix.ts';

type Asks = Verdict['asks'];

/** The cause that a regressed verdict names, up to the name of what fails: "This change makes X fail ". */
export function blame(summary: PortabilitySummary, verdict: Verdict, isSure: boolean): Phrases {
  const model = boldModel(summary, verdict.model);
  switch (verdict.asks) {
    case 'regression':
    case 'portable':
      return [
        ...words(isSure ? 'This change makes ' : 'This change may make '),
        ...model,
        ...words(' fail '),
      ];
    case 'model-switch':
      return [...switching(summary, verdict), ...words(isSure ? ' breaks ' : ' may break ')];
    case 'drift':
      return [
        ...words('The spec did not change, but '),
        ...model,
        ...words(isSure ? ' now fails ' : ' may now fail '),
      ];
  }
}

/** The words for an improvement of one model, up to the numbers. */
export function betterThan(summary: PortabilitySummary, verdict: Verdict): Phrases {
  switch (verdict.asks) {
    case 'regression':
    case 'portable':
      return words(' does better with the new text: ');
    case 'model-switch':
      return [...words(' does better than '), ...replaced(summary, verdict), ...words(': ')];
    case 'drift':
      return words(' does better than at the anchor: ');
  }
}

/** What several regressed verdicts have in common, up to their names; `part` is "2 of 6 models". */
export function blameForSeveral(asks: Asks, part: string): string {
  switch (asks) {
    case 'regression':
    case 'portable':
      return `This change makes ${part} fail: `;
    case 'model-switch':
      return `Switching models breaks ${part}: `;
    case 'drift':
      return `No spec changed, but ${part} now fail: `;
  }
}

/** What several suspected verdicts have in common, up to their names. */
export function suspectForSeveral(asks: Asks): string {
  switch (asks) {
    case 'regression':
    case 'portable':
      return 'This change may hurt ';
    case 'model-switch':
      return 'Switching models may hurt ';
    case 'drift':
      return 'The spec did not change, but perhaps these did: ';
  }
}

/** What an improvement of several is measured against. */
export function betterForSeveral(asks: Asks): string {
  switch (asks) {
    case 'regression':
    case 'portable':
      return 'These do better with the new text: ';
    case 'model-switch':
      return 'These do better than the model that is left: ';
    case 'drift':
      return 'These do better than at the anchor: ';
  }
}

/** The words for a verdict that held, up to the name. */
export function heldLead(asks: Asks, hasSeveralSpecs: boolean): string {
  const on = hasSeveralSpecs ? 'for' : 'on';
  return asks === 'drift' ? `No drift ${on} ` : `Held ${on} `;
}

/** What all verdicts that held have in common, before "on both models". */
export function allHeldLead(asks: Asks): string {
  switch (asks) {
    case 'regression':
    case 'portable':
      return 'The new text held ';
    case 'model-switch':
      return 'The switch held ';
    case 'drift':
      return 'No drift ';
  }
}

/** The two sides of a comparison in a sentence: "20/20 before, 0/5 now". */
export function beforeAndNow(asks: Asks, base: TestTally | null, head: TestTally): string {
  if (base === null) return `${rate(head)} now`;
  switch (asks) {
    case 'regression':
    case 'portable':
      return `${rate(base)} before, ${rate(head)} now`;
    case 'model-switch':
      return `${rate(base)} with the old model, ${rate(head)} with the new one`;
    case 'drift':
      return `${rate(base)} at the anchor, ${rate(head)} tonight`;
  }
}

/** The side that already fails so often that a drop could not show. */
export function weakSide(asks: Asks): string {
  switch (asks) {
    case 'regression':
    case 'portable':
      return 'the old text';
    case 'model-switch':
      return 'the model that is left';
    case 'drift':
      return 'the anchor';
  }
}

/** The heading of the column with both sides. */
export function sidesTitle(verdicts: readonly Verdict[]): string {
  const asked = new Set(verdicts.map(({ asks }) => asks));
  const [only = 'regression'] = asked.size === 1 ? asked : [];
  switch (only) {
    case 'regression':
    case 'portable':
      return 'Base → head';
    case 'model-switch':
      return 'Old → new model';
    case 'drift':
      return 'Anchor → tonight';
  }
}

function switching(summary: PortabilitySummary, verdict: Verdict): Phrases {
  return [
    ...words('Switching from '),
    ...replaced(summary, verdict),
    ...words(' to '),
    ...boldModel(summary, verdict.model),
  ];
}

function replaced(summary: PortabilitySummary, { insteadOf }: Verdict): Phrases {
  return insteadOf === undefined ? words('the model that is left') : boldModel(summary, insteadOf);
}
