import type { ChangeClass } from '../../specs/change-class.ts';
import {
  bullets,
  folded,
  paragraph,
  table,
  words,
  writeMarkdown,
  type Blocks,
  type Phrases,
} from '../words/phrases.ts';
import { idOfModel, joinNames, nameModel, nameSpec } from '../words/naming.ts';
import { foldedNotes } from '../words/opening.ts';
import { withoutResultLines } from '../words/without-result-lines.ts';
import { openQuestions } from './open-questions.ts';
import { plannedBlocks } from './planned-blocks.ts';
import { glanceBlocks } from './at-a-glance.ts';
import { rowsOf } from '../words/shown-rows.ts';
import { projectionLine } from '../words/projection-line.ts';
import { code, prose } from '../words/prose.ts';
import { testSections } from './test-sections.ts';
import { mostSevereFirst } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { numbersTable, verdictTable } from './verdict-table.ts';
import { confidence, count, points } from '../words/wording.ts';

/** The folded sections below the first screen, most useful first. Each is rendered only when it is needed. */
export function sections(
  summary: PortabilitySummary,
  options: { readonly rowsShown: number; readonly open: boolean },
): readonly (() => string)[] {
  const fold =
    (title: string, blocks: () => Blocks): (() => string) =>
    () =>
      writeMarkdown(folded(title, blocks(), { open: options.open }));
  const rows = mostSevereFirst(summary.verdicts);
  const { shown, folded: more } = rowsOf(summary, options.rowsShown);
  const glance = glanceBlocks(summary);
  const open = openQuestions(summary);
  const notes = foldedNotes(summary);
  const unexplained = withoutResultLines(summary).folded;
  return [
    ...(notes.length > 0
      ? [fold(`Notes (${notes.length})`, () => [bullets(notes.slice(0, 50).map((note) => prose(note)))])]
      : []),
    ...(summary.planned === undefined || summary.planned.length === 0
      ? []
      : [fold(`What would be asked (${summary.planned.length})`, () => plannedBlocks(summary))]),
    ...(open.length > 0 ? [fold('Why there is no verdict', () => open)] : []),
    ...(unexplained.length > 0
      ? [fold('More samples that failed without a failing test', () => [bullets(unexplained)])]
      : []),
    ...(glance.length > 0 ? [fold('All verdicts at a glance', () => glance)] : []),
    ...chunks(more, 50).map((part, page) =>
      fold(`More verdicts (${partOf(more.length, page, shown.length)})`, () => [verdictTable(summary, part)]),
    ),
    ...testSections(summary, 'head-only').map((section) => fold(section.title, section.blocks)),
    ...testSections(summary, 'base-only').map((section) => fold(section.title, section.blocks)),
    ...chunks(rows, 50).map((part, page) =>
      fold(`Numbers behind the verdicts${rows.length > 50 ? ` (${partOf(rows.length, page, 0)})` : ''}`, () =>
        numberBlocks(summary, part),
      ),
    ),
    fold('Models and settings', () => [
      modelsTable(summary),
      ...[whatChanged(summary), settingsLine(summary), expectation(summary)]
        .filter((line) => line.length > 0)
        .map((line) => paragraph(line)),
    ]),
    ...portabilitySection(summary, fold),
    ...testSections(summary, 'both').map((section) => fold(section.title, section.blocks)),
  ];
}

/** A list in parts of at most `size`. */
function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** "31 to 80 of 240": the rows of one part, counted together with those before the first part. */
function partOf(rows: number, page: number, before: number): string {
  const first = before + page * 50 + 1;
  return `${first} to ${Math.min(first + 49, before + rows)} of ${before + rows}`;
}

function numberBlocks(
  summary: PortabilitySummary,
  part: readonly PortabilitySummary['verdicts'][number][],
): Blocks {
  return [
    numbersTable(summary, part),
    paragraph(
      words(
        [
          `The interval describes, it does not decide. p is adjusted for all comparisons and compared with ${summary.settings.alpha}.`,
          ...(part.some(({ excludes }) => excludes !== null)
            ? [
                `What is ruled out is so with ${confidence(summary.settings.beta)} confidence; smaller drops were not tested.`,
              ]
            : []),
        ].join(' '),
      ),
    ),
  ];
}

function modelsTable(summary: PortabilitySummary): Blocks[number] {
  const served = (ids: readonly string[]): Phrases =>
    ids.length === 0
      ? words('–')
      : joinNames(
          ids.map((id) => code(id, 80)),
          5,
        );
  return table(
    ['Model', 'Served as', 'Effort', 'Left out'].map((title) => words(title)),
    summary.models.map((model) => [
      idOfModel(summary, model.id),
      served(model.servedBy),
      model.effort === null ? words('–') : code(model.effort, 40),
      model.stopped === null ? words('no') : prose(model.stopped, 200),
    ]),
  );
}

function settingsLine(summary: PortabilitySummary): Phrases {
  const { alpha, beta, drop, looks, protocol, sandbox, failOn } = summary.settings;
  return words(
    `Smallest drop that matters: ${points(drop)}; alpha ${alpha}; beta ${beta}; looks at ${looks.join(', ')} samples; the gate fails on ${failOn}; answer protocol ${protocol}; sandbox ${sandbox}; ${count(summary.spent.inputTokens, 'input token')}, ${count(summary.spent.outputTokens, 'output token')}.`,
  );
}

function whatChanged(summary: PortabilitySummary): Phrases {
  // If two models or two nights are compared, no text has changed.
  if (summary.verdicts.some(({ asks }) => asks === 'model-switch' || asks === 'drift')) return [];
  const changes = summary.changes.filter(({ base, head }) => base !== null && head !== null);
  if (changes.length === 0) return [];
  const kinds = (['words', 'same-words', 'tests'] as const).flatMap((kind) => {
    const names = changes.filter((change) => change.class === kind).map(({ name }) => nameSpec(name));
    return names.length === 0 ? [] : [[...words(changedWords[kind]), ...joinNames(names, 10)]];
  });
  return [
    ...words('What changed: '),
    ...kinds.flatMap((kind, index) => [...words(index > 0 ? '; ' : ''), ...kind]),
    ...words('.'),
  ];
}

const changedWords: Readonly<Record<ChangeClass, string>> = {
  words: 'the words of ',
  'same-words': 'only markup and white space of ',
  tests: 'the tests together with ',
};

function expectation({ projection }: PortabilitySummary): Phrases {
  return projection === undefined
    ? []
    : [...words('Expected before the first call. '), ...prose(projectionLine(projection))];
}

function portabilitySection(
  summary: PortabilitySummary,
  fold: (title: string, blocks: () => Blocks) => () => string,
): readonly (() => string)[] {
  if (summary.portability.length === 0) return [];
  const percent = (share: number | null): Phrases =>
    words(share === null ? '–' : `${Math.round(share * 100)} %`);
  const rows = summary.portability.slice(0, 100).map((entry) => [
    nameSpec(entry.spec),
    percent(entry.base),
    percent(entry.head),
    entry.portableOn.length === 0
      ? words('–')
      : joinNames(
          entry.portableOn.map((model) => nameModel(summary, model)),
          6,
        ),
  ]);
  return [
    fold('Portability', () => [
      table(
        ['Spec', 'Base', 'Head', 'Portable on'].map((title) => words(title)),
        rows,
      ),
    ]),
  ];
}
