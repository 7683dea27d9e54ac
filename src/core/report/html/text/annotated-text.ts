import type { SpecPair, TextFile } from '../../../specs/spec.ts';
import { codeLine } from '../elements/code-text.ts';
import { fragment, h, scrolling } from '../elements/element.ts';
import type { Content } from '../elements/element.ts';
import { codeName, visibleName } from '../elements/names.ts';
import { phraseContent } from '../elements/phrase-content.ts';
import { quoteWords, wordsOfPart, type PartWords } from '../../changed-words/part-words.ts';
import { words, type Phrases } from '../../words/phrases.ts';
import { code } from '../../words/prose.ts';
import type { TextNote } from './text-notes.ts';

/**
 * The text of a spec on the head side with notes in its margin, each beside the part that it is about. Lines that are
 * far from every note are counted, not shown.
 */
export function annotatedText({ head, base }: SpecPair, notes: readonly TextNote[]): Content {
  const sides = [head, base].flatMap((side) => (side === null ? [] : [...side.files, ...side.instructions]));
  return annotatedTexts(sides, notes);
}

/** The same of texts that are no side of a change; the first of a path is shown. */
export function annotatedTexts(texts: readonly TextFile[], notes: readonly TextNote[]): Content {
  const files = [...new Set(notes.map(({ part }) => part.file))].slice(0, 50);
  return fragment(
    ...files.map((file) => {
      const text = texts.find(({ path }) => path === file)?.text ?? '';
      return fileTable(
        file,
        linesOf(text),
        notes.filter(({ part }) => part.file === file),
      );
    }),
  );
}

// Unchanged lines around a note.
const around = 3;

/** Lines that share a margin: one part, or several that touch the same lines. */
type Stretch = { readonly first: number; readonly last: number; readonly notes: readonly TextNote[] };

function fileTable(file: string, lines: readonly string[], notes: readonly TextNote[]): Content {
  const stretches = stretchesOf(notes, lines.length);
  const bodies = stretches.flatMap((stretch, index) => {
    const from = stretches[index - 1]?.last ?? 0;
    return [
      ...between(lines, { from, to: stretch.first - 1, isFirst: index === 0 }),
      h('tbody', { class: 'noted' }, ...stretchRows(lines, stretch)),
    ];
  });
  const end = stretches.at(-1)?.last ?? 0;
  return scrolling(
    `${visibleName(file)} with notes`,
    h(
      'table',
      { class: 'noted' },
      h('caption', { class: 'heard' }, `The text of ${visibleName(file)}, and what is known of its parts`),
      h('colgroup', {}, h('col', { class: 'no' }), h('col', {}), h('col', { class: 'margin' })),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col', colspan: 2 }, codeName(file)),
          h('th', { scope: 'col', class: 'margin' }, 'what is known of it'),
        ),
      ),
      ...bodies,
      ...between(lines, { from: end, to: lines.length, isFirst: false, isLast: true }),
    ),
  );
}

/** Notes in the order of the text; those whose lines overlap stand together. */
function stretchesOf(notes: readonly TextNote[], end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const ordered = notes.toSorted((one, other) => one.part.lines[0] - other.part.lines[0]);
  for (const note of ordered) {
    // A text that a report holds may be shorter than the one that was measured.
    const first = Math.min(Math.max(note.part.lines[0], 1), end + 1);
    // What was removed stood before its line and holds none.
    const last = isRemoved(note.part) ? first - 1 : Math.min(note.part.lines[1], end);
    const before = stretches.at(-1);
    if (before === undefined || first > before.last) stretches.push({ first, last, notes: [note] });
    else
      stretches[stretches.length - 1] = {
        first: before.first,
        last: Math.max(before.last, last),
        notes: [...before.notes, note],
      };
  }
  return stretches;
}

function stretchRows(lines: readonly string[], { first, last, notes }: Stretch): Content[] {
  const shown = Math.max(0, Math.min(last - first + 1, longest));
  const gone = removedTexts(notes);
  const marked = blamedLines(notes);
  const rest = last - first + 1 - shown;
  const rows = [
    ...gone.map((text) => ['−', h('del', {}, codeLine(text, 1000)), 'gone'] as const),
    ...Array.from({ length: shown }, (_, index) => {
      const number = first + index;
      return [number, markedLine(lines[number - 1] ?? '', number, marked), 'head'] as const;
    }),
    ...(rest > 0 ? [['', `… ${rest} more lines`, 'head'] as const] : []),
  ];
  // A note whose lines this text does not have.
  const told = rows.length > 0 ? rows : [['', '', 'head'] as const];
  return told.map(([number, text, tone], index) =>
    h(
      'tr',
      {},
      h('td', { class: 'no' }, number),
      h('td', { class: `code ${tone}` }, text),
      index === 0 ? h('td', { class: 'margin', rowspan: told.length }, ...marginOf(notes)) : null,
    ),
  );
}

// A part may be a whole file.
const longest = 60;

/** The lines that the head lacks, each once though several verdicts may go back to it. */
function removedTexts(notes: readonly TextNote[]): readonly string[] {
  const removed = notes.filter(({ part }) => isRemoved(part)).map(({ part }) => part.absent.trim());
  return [...new Set(removed)].flatMap((text) => text.split('\n')).slice(0, longest);
}

function isRemoved({ present, absent }: TextNote['part']): boolean {
  return present.trim() === '' && absent.trim() !== '';
}

/** The blamed words of one line. */
type MarkedLines = { readonly from: number; readonly lines: readonly string[] };

function blamedLines(notes: readonly TextNote[]): readonly MarkedLines[] {
  return notes
    .filter(({ kind }) => kind === 'blamed')
    .map(({ part }) => ({ from: part.lines[0], lines: part.present.split('\n', longest) }));
}

/** A line in which the words that are blamed are marked. */
function markedLine(line: string, number: number, all: readonly MarkedLines[]): Content {
  const marked = all
    .map(({ from, lines }) => (lines[number - from] ?? '').trim())
    .filter((words) => words !== '' && line.includes(words));
  const [blamed] = marked;
  // Of several parts in one line the margin quotes each.
  if (blamed === undefined || marked.some((each) => each !== blamed)) return codeLine(line, 1000);
  const start = line.indexOf(blamed);
  return fragment(
    codeLine(line.slice(0, start), 1000),
    h('mark', {}, codeLine(blamed, 1000)),
    codeLine(line.slice(start + blamed.length), 1000),
  );
}

/** The notes of a stretch by part; its words stand above them where the lines do not show them by themselves. */
function marginOf(notes: readonly TextNote[]): Content[] {
  const parts = new Map<string, TextNote[]>();
  for (const note of notes) parts.set(note.part.id, [...(parts.get(note.part.id) ?? []), note]);
  return [...parts.values()].flatMap((own) => {
    const quote = own[0] === undefined ? [] : quoteOf(wordsOfPart(own[0].part), parts.size > 1);
    return [
      quote.length === 0 ? null : h('p', { class: 'quote' }, ...phraseContent(quote)),
      ...own.map((note) => noteContent(note)),
    ];
  });
}

function quoteOf(quoted: PartWords, isOneOfSeveral: boolean): Phrases {
  if (isOneOfSeveral) return quoteWords(quoted);
  return quoted.instead === '' ? [] : [...words('in place of '), ...code(quoted.instead, 160)];
}

function noteContent({ kind, title, lines }: TextNote): Content {
  return h(
    'div',
    { class: `note ${kind}` },
    h('p', {}, h('strong', {}, title)),
    ...lines.map((line) => h('p', {}, line)),
  );
}

function between(
  lines: readonly string[],
  of: { readonly from: number; readonly to: number; readonly isFirst: boolean; readonly isLast?: true },
): Content[] {
  const count = of.to - of.from;
  if (count <= 0) return [];
  const after = of.isFirst ? 0 : Math.min(around, count);
  const before = of.isLast === true ? 0 : Math.min(around, count - after);
  const hidden = count - after - before;
  const plain = (start: number, end: number): Content[] =>
    lines
      .slice(start, end)
      .map((line, index) =>
        h(
          'tr',
          {},
          h('td', { class: 'no' }, start + index + 1),
          h('td', { class: 'code', colspan: 2 }, codeLine(line, 1000)),
        ),
      );
  const fold = hidden === 1 ? '1 more line' : `${hidden} more lines`;
  return [
    h(
      'tbody',
      {},
      ...plain(of.from, of.from + after),
      ...(hidden > 0 ? [h('tr', { class: 'fold' }, h('td', { colspan: 3 }, `· · · ${fold} · · ·`))] : []),
      ...plain(of.to - before, of.to),
    ),
  ];
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
