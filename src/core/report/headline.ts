import { classOf } from '../specs/change-class.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { bold, words, type Phrases } from './markdown.ts';
import { boldModel, joinNames, nameModel, nameSpec } from './naming.ts';
import { code, prose } from './prose.ts';
import { sentenceOf } from './sentences.ts';
import { severity } from './severity.ts';
import type { PortabilitySummary } from './summary.ts';
import { count } from './wording.ts';

/** What comes first of all: the words changed, what they ask for did not, and a model took them otherwise. null elsewhere. */
export function readingLine(summary: PortabilitySummary): Phrases | null {
  const reworded = new Set(
    summary.changes.filter((change) => classOf(change) === 'wording').map(({ name }) => name),
  );
  const moved = summary.verdicts.filter(
    ({ spec, verdict }) => reworded.has(spec) && readOtherwise.has(verdict),
  );
  if (moved.length === 0) return null;
  const isSure = moved.some(({ verdict }) => verdict !== 'suspected');
  const sentence = words(
    isSure
      ? "The intent did not change, this model's reading did."
      : "Perhaps the intent did not change, but this model's reading did.",
  );
  if (summary.changes.length === 1) return bold(sentence);
  const specs = [...new Set(moved.map(({ spec }) => spec))];
  return [
    ...bold(sentence),
    ...words(' Only the wording of '),
    ...joinNames(specs.map((spec) => nameSpec(spec))),
    ...words(' changed.'),
  ];
}

const readOtherwise = new Set<Verdict['verdict']>(['regressed', 'suspected', 'improved']);

/** What must be said before the verdict: the tests moved together with the spec. null when they did not. */
export function testsChangedLine(summary: PortabilitySummary): Phrases | null {
  const moved = summary.changes.filter((change) => classOf(change) === 'tests');
  const files = [...new Set(moved.flatMap((change) => change.changedTests))];
  if (files.length === 0) return null;
  return [
    ...words('🟠 '),
    ...bold(words('The tests changed too')),
    ...words(', so the intent moved with the spec: '),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words('. Compared are the tests that stand on both sides.'),
  ];
}

/** The verdict in one line of plain words. */
export function verdictLine(summary: PortabilitySummary): Phrases {
  const sentences = [
    ...(summary.verdicts.length === 0 ? [nothingJudged(summary)] : []),
    ...severity.slice(0, 3).map((word) => sentenceOf(summary, word, verdictsOf(summary, word))),
    ...stoppedModels(summary),
    ...severity.slice(3).map((word) => sentenceOf(summary, word, verdictsOf(summary, word))),
    ...deletedSpecs(summary),
  ].filter((sentence) => sentence.length > 0);
  return [...words(icon(summary)), ...sentences.flatMap((sentence) => [...words(' '), ...sentence])];
}

/** What a green neutral check of a fork does not say; null elsewhere. */
export function forkLine(summary: PortabilitySummary): Phrases | null {
  if (summary.verdicts.length > 0 || !isFork(summary) || askable(summary) === 0) return null;
  return words(
    'This check ends neutral, and neutral satisfies a required check: it says nothing about the spec. A maintainer can run the check from a branch of this repository.',
  );
}

/** What a spent budget left out; null where it left out nothing. */
export function budgetLine(summary: PortabilitySummary): Phrases | null {
  const { notReached, ranOut } = summary.spent;
  if (notReached.length === 0) return null;
  const caps = joinNames(ranOut.map((cap) => code(`budget.${cap}`)));
  return [
    ...words('🟠 '),
    ...bold(words('The budget ran out')),
    ...(ranOut.length === 0 ? [] : [...words(' ('), ...caps, ...words(')')]),
    ...words(' before these were answered: '),
    ...joinNames(
      notReached.map(({ spec, model }) => [
        ...nameSpec(spec),
        ...words(' on '),
        ...nameModel(summary, model),
      ]),
      5,
    ),
    ...words('. Samples already drawn are kept: a later run goes on from them.'),
  ];
}

/** The counts of the verdict words, without any text from outside. */
export function countsLine(summary: PortabilitySummary): string {
  const counts = severity
    .map((word) => ({ word, number: verdictsOf(summary, word).length }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word}`);
  if (counts.length > 0) return counts.join(', ');
  return summary.changes.length === 0 ? 'No spec changed' : 'No model was asked';
}

function verdictsOf(summary: PortabilitySummary, word: Verdict['verdict']): readonly Verdict[] {
  return summary.verdicts.filter((verdict) => verdict.verdict === word);
}

function icon(summary: PortabilitySummary): string {
  const has = (...wanted: readonly string[]): boolean =>
    summary.verdicts.some((verdict) => wanted.includes(verdict.verdict));
  if (summary.conclusion === 'failure' || has('regressed', 'not-portable')) return '❌';
  if (has('suspected')) return '🟠';
  return summary.conclusion === 'neutral' ? '⚪' : '✅';
}

function nothingJudged(summary: PortabilitySummary): Phrases {
  if (summary.changes.length === 0) return words('No spec changed, so no model was asked.');
  const asked = askable(summary);
  if (asked === 0 || summary.models.some((model) => model.stopped !== null)) return [];
  const lead = `${count(asked, 'spec')} changed, but no model was asked`;
  if (isFork(summary)) {
    return words(
      `Not checked: ${lead}. This pull request comes from a fork, where API keys are out of reach.`,
    );
  }
  const [note] = summary.notes;
  return note === undefined
    ? words(`Not checked: ${lead}.`)
    : [...words(`Not checked: ${lead}. `), ...prose(note)];
}

function stoppedModels(summary: PortabilitySummary): readonly Phrases[] {
  const stopped = summary.models.filter((model) => model.stopped !== null);
  const sentences = stopped.slice(0, 3).map((model) => {
    const why = (model.stopped ?? '').trim().replace(/\.$/, '');
    return [...boldModel(summary, model.id), ...words(' was left out: '), ...prose(why, 200), ...words('.')];
  });
  const rest = stopped.length - sentences.length;
  return rest > 0 ? [...sentences, words(`${count(rest, 'more model')} left out.`)] : sentences;
}

function deletedSpecs(summary: PortabilitySummary): readonly Phrases[] {
  const deleted = summary.changes.filter((change) => change.head === null);
  if (deleted.length === 0) return [];
  const names = joinNames(deleted.map((change) => nameSpec(change.name)));
  const verb = deleted.length === 1 ? ' was deleted' : ' were deleted';
  return [
    [
      ...words(deleted.length === 1 ? 'Spec ' : 'Specs '),
      ...names,
      ...words(`${verb}: there is no text left to ask about.`),
    ],
  ];
}

function askable(summary: PortabilitySummary): number {
  return summary.changes.filter((change) => change.head !== null).length;
}

function isFork(summary: PortabilitySummary): boolean {
  return summary.trigger.kind === 'pull-request' && summary.trigger.fromFork;
}
