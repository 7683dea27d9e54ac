import type { ChangeClass, ComparedChange } from '../../specs/change-class.ts';
import type { PortabilitySummary, PlannedQuestion } from '../summary/summary.ts';
import { nameSpec } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { verdictSubject } from './switch-sentences.ts';
import { count } from './wording.ts';

/** What differs between the two sides of a change. */
export function classSentence(change: ComparedChange): string {
  if (change.base === null) return 'A new spec: there is no old text to compare with.';
  if (change.head === null) return 'Deleted: there is no text left to ask about.';
  return classSentences[change.class];
}

const classSentences: Readonly<Record<ChangeClass, string>> = {
  'same-words': 'Only markup and white space changed: the words are the same.',
  words: 'The words changed; the tests did not.',
  tests: 'The tests changed too.',
};

/** A changed spec and what differs in it. */
export function changeLine(change: ComparedChange): Phrases {
  return [...words('Spec '), ...nameSpec(change.name), ...words(`. ${classSentence(change)}`)];
}

/** A question that would be asked: the spec, the model, and how many samples it takes at most. */
export function questionLine(summary: PortabilitySummary, question: PlannedQuestion): Phrases {
  const { base, head, stored } = question;
  const ofBase = `${count(base, 'base sample')}${stored > 0 ? ` (${stored} stored)` : ''} and `;
  return [
    ...nameSpec(question.spec),
    ...words(' on '),
    ...verdictSubject(summary, question),
    ...words(`: at most ${base === 0 ? '' : ofBase}${count(head, 'head sample')}`),
  ];
}
