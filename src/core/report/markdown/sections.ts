import { bullets, folded, table, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import { joinNames, nameModel, nameSpec } from '../words/naming.ts';
import { foldedNotes } from '../words/opening.ts';
import { withoutResultLines } from '../words/without-result-lines.ts';
import { openQuestions } from './open-questions.ts';
import { plannedBlocks } from './planned-blocks.ts';
import { glanceBlocks } from './at-a-glance.ts';
import { rowsOf } from '../words/shown-rows.ts';
import { prose } from '../words/prose.ts';
import { settingsBlocks } from './settings-blocks.ts';
import { testSections } from './test-sections.ts';
import { mostSevereFirst } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { statisticsBlocks } from './statistics-blocks.ts';
import { legend } from '../words/legend.ts';
import { verdictTable } from './verdict-table.ts';
import { count } from '../words/wording.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** The folded sections of a report, and what is not among them because its tables are too long. */
type Sections = { readonly shown: readonly (() => string)[]; readonly leftOut: readonly string[] };

/** Sections that belong together: either all of them are shown or none is. */
type Group = {
  /** What is left out with them, in a few words. */
  readonly name: string;
  /** Rows of all their tables. */
  readonly rows: number;
  readonly sections: readonly (() => string)[];
};

type Fold = (title: string, blocks: () => Blocks) => () => string;

/** The folded sections below the first screen, most useful first. Each is rendered only when it is needed. */
export function sections(
  summary: PortabilitySummary,
  options: { readonly rowsShown: number; readonly mostRows: number; readonly open: boolean },
): Sections {
  const fold: Fold = (title, blocks) => () => foldedText(title, blocks(), options);
  const { shown: rows, folded: more } = rowsOf(summary, options.rowsShown);
  const groups = [
    ...textGroups(summary, fold),
    ...verdictGroups(summary, { more, before: rows.length, fold }),
    testGroup(summary, 'head-only', fold),
    testGroup(summary, 'base-only', fold),
    ...settingGroups(summary, fold),
    portabilityGroup(summary, fold),
    testGroup(summary, 'both', fold),
  ].filter((group) => group.sections.length > 0);
  let room = options.mostRows - rows.length;
  const shown: (() => string)[] = [];
  const leftOut: string[] = [];
  for (const group of groups) {
    if (group.rows > room) leftOut.push(group.name);
    else shown.push(...group.sections);
    room -= group.rows > room ? 0 : group.rows;
  }
  return { shown, leftOut };
}

// The blocks are written apart from the fold around them: places differ only in whether it is open.
function foldedText(title: string, blocks: Blocks, { open }: { readonly open: boolean }): string {
  const [begin, end] = folded(title, [], { open }).map((tag) => writeMarkdown([tag]));
  return [begin, ...(blocks.length === 0 ? [] : [writeMarkdown(blocks)]), end].join('\n');
}

// Lists and sentences, which have no table.
function textGroups(summary: PortabilitySummary, fold: Fold): readonly Group[] {
  const open = openQuestions(summary);
  const notes = foldedNotes(summary);
  const unexplained = withoutResultLines(summary).folded;
  const planned = summary.planned ?? [];
  const section = (isThere: boolean, title: string, blocks: () => Blocks): Group => ({
    name: title,
    rows: 0,
    sections: isThere ? [fold(title, blocks)] : [],
  });
  return [
    section(notes.length > 0, `Notes (${notes.length})`, () => [
      bullets(notes.slice(0, 50).map((note) => prose(note))),
    ]),
    section(planned.length > 0, `What would be asked (${planned.length})`, () => plannedBlocks(summary)),
    section(open.length > 0, 'Why there is no verdict', () => open),
    section(unexplained.length > 0, 'More samples that failed without a failing test', () => [
      bullets(unexplained),
    ]),
  ];
}

function verdictGroups(
  summary: PortabilitySummary,
  of: { readonly more: readonly Verdict[]; readonly before: number; readonly fold: Fold },
): readonly Group[] {
  const { more, before, fold } = of;
  const glance = glanceBlocks(summary);
  const [grid] = glance;
  return [
    {
      name: 'all verdicts at a glance',
      rows: grid?.type === 'table' ? grid.children.length - 1 : 0,
      sections: glance.length > 0 ? [fold('All verdicts at a glance', () => glance)] : [],
    },
    {
      name: count(more.length, 'more verdict'),
      rows: more.length,
      sections: chunks(more, 50).map((part, page) =>
        fold(`More verdicts (${partOf(more.length, page, before)})`, () => [verdictTable(summary, part)]),
      ),
    },
  ];
}

function settingGroups(summary: PortabilitySummary, fold: Fold): readonly Group[] {
  const rows = mostSevereFirst(summary.verdicts);
  const isLong = rows.length > 50;
  return [
    {
      name: 'what the words mean',
      rows: 0,
      sections: rows.length === 0 ? [] : [fold('What the words mean', () => [bullets(legend(summary))])],
    },
    {
      name: 'the statistics',
      rows: rows.length,
      // Without an old text there is nothing but the counts.
      sections: chunks(rows.every(({ drop, p }) => drop === null && p === null) ? [] : rows, 50).map(
        (part, page) =>
          fold(`Statistics${isLong ? ` (${partOf(rows.length, page, 0)})` : ''}`, () =>
            statisticsBlocks(summary, part),
          ),
      ),
    },
    {
      name: 'models and settings',
      rows: 0,
      sections: [fold('Models and settings', () => settingsBlocks(summary))],
    },
  ];
}

function testGroup(summary: PortabilitySummary, on: MatrixRow['on'], fold: Fold): Group {
  const parts = testSections(summary, on);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  return {
    name: `every test (${count(rows, 'row')})`,
    rows,
    sections: parts.map((section) => fold(section.title, section.blocks)),
  };
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

function portabilityGroup(summary: PortabilitySummary, fold: Fold): Group {
  // Where nothing was measured there is no share, and "portable on none" would be a claim.
  const entries = summary.portability
    .filter(({ base, head }) => base !== null || head !== null)
    .slice(0, 100);
  return {
    name: 'the portability of each spec',
    rows: entries.length,
    sections: entries.length === 0 ? [] : [fold('Portability', () => [portabilityTable(summary, entries)])],
  };
}

function portabilityTable(
  summary: PortabilitySummary,
  entries: PortabilitySummary['portability'],
): Blocks[number] {
  const percent = (share: number | null): Phrases =>
    words(share === null ? '–' : `${Math.round(share * 100)} %`);
  return table(
    ['Spec', 'Passes before', 'Passes now', 'Portable on'].map((title) => words(title)),
    entries.map((entry) => [
      nameSpec(entry.spec),
      percent(entry.base),
      percent(entry.head),
      entry.portableOn.length === 0
        ? words('no model')
        : joinNames(
            entry.portableOn.map((model) => nameModel(summary, model)),
            6,
          ),
    ]),
  );
}
