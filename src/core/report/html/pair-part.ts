import { structuredPatch } from 'diff';
import type { GeneratedFile } from '../../generation/completion.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { sampleName } from './cell-text.ts';
import { codeLine, outputText } from './elements/code-text.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { codeName, modelName, visibleName } from './elements/names.ts';
import type { Generation, Pair } from './pair.ts';
import { markedWords } from './elements/word-marks.ts';

/**
 * Passing code on the left, failing code on the right, and what the test says between them. A phone shows the same as a
 * unified diff.
 */
export function pairPart(summary: PortabilitySummary, pair: Pair): Content {
  const lines = differenceOf(pair.passing?.files ?? [], pair.failing.files);
  const titles = {
    passing: sideTitle(summary, pair.passing, 'passes'),
    failing: sideTitle(summary, pair.failing, 'fails'),
  };
  return fragment(
    h('div', { class: 'wide' }, table(pair, titles, lines)),
    h('div', { class: 'narrow' }, unified(pair, titles, lines)),
  );
}

type Titles = { readonly passing: Content; readonly failing: Content };

/** One line of a difference as `diff` writes it, or the heading of a stretch of a file. */
export type DiffLine = { readonly sign: ' ' | '-' | '+' | '@'; readonly text: string };

/** How the files of two generations differ, with some unchanged lines around. */
export function differenceOf(
  before: readonly GeneratedFile[],
  after: readonly GeneratedFile[],
): readonly DiffLine[] {
  const paths = [...new Set([...before, ...after].map(({ path }) => path))].slice(0, 50);
  return paths.flatMap((path) => fileDifference(path, before, after));
}

/** A difference below each other, as on a phone. */
export function diffBlock(
  title: string,
  lines: readonly DiffLine[],
  tones: Readonly<Record<DiffLine['sign'], string | false>> = { ...plainTones, '-': 'gone', '+': 'come' },
): Content {
  if (lines.length === 0) return h('p', { class: 'soft small' }, 'They are the same.');
  return h(
    'pre',
    { class: 'diff', tabindex: 0, role: 'region', 'aria-label': visibleName(title) },
    ...lines
      .slice(0, longest)
      .map(({ sign, text }) =>
        h('span', { class: tones[sign] }, sign === '@' ? text : `${sign}${codeLine(text, 600)}`),
      ),
    lines.length > longest ? `… ${lines.length - longest} more lines` : '',
  );
}

const longest = 300;
const plainTones = { '@': 'soft', ' ': false } as const;
// What passes has the colour of what is good.
const pairTones = { ...plainTones, '-': 'come', '+': 'gone' } as const;

function fileDifference(
  path: string,
  before: readonly GeneratedFile[],
  after: readonly GeneratedFile[],
): DiffLine[] {
  const text = (files: readonly GeneratedFile[]): string => {
    const content = files.find((file) => file.path === path)?.content ?? '';
    // The diff's time grows with the square of the number of differences.
    return content.length > 200_000 ? content.slice(0, 200_000) : content;
  };
  const patch = structuredPatch(path, path, text(before), text(after), '', '', {
    context: 3,
    maxEditLength: 600,
  });
  const name = visibleName(path);
  if (patch === undefined) return [{ sign: '@', text: `${name}: almost every line differs` }];
  return patch.hunks.flatMap((hunk): DiffLine[] => [
    { sign: '@', text: `${name} line ${hunk.newStart}` },
    ...hunk.lines.flatMap((line): DiffLine[] => {
      const [sign, rest] = [line.slice(0, 1), line.slice(1)];
      return sign === ' ' || sign === '-' || sign === '+' ? [{ sign, text: rest }] : [];
    }),
  ]);
}

// Two columns side by side stay readable up to this; the whole files are below.
const rowsShown = 40;

function table(pair: Pair, titles: Titles, lines: readonly DiffLine[]): Content {
  const rows = rowsOf(lines);
  const shown: readonly Row[] =
    rows.length === 0 ? [{ kind: 'note', text: 'They are the same.' }] : rows.slice(0, rowsShown);
  // Where nearly everything differs, single words mean nothing, and marking them takes long.
  const isMarked = shown.filter((row) => row.kind === 'lines' && row.changed).length <= 12;
  const [first, ...rest] = shown.map((row) => rowCells(isMarked ? row : plainRow(row)));
  return h(
    'table',
    { class: 'pair' },
    h('caption', { class: 'heard' }, 'Passing code, what the test says, failing code'),
    h('colgroup', {}, h('col', {}), h('col', { class: 'says' }), h('col', {})),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, titles.passing),
        h('th', { scope: 'col' }, 'The test between them'),
        h('th', { scope: 'col' }, titles.failing),
      ),
    ),
    h(
      'tbody',
      {},
      h('tr', {}, first?.[0], h('td', { class: 'says', rowspan: shown.length }, assertion(pair)), first?.[1]),
      ...rest.map((cells) => h('tr', {}, ...cells)),
    ),
    rows.length > rowsShown
      ? h('tfoot', {}, h('tr', {}, h('td', { colspan: 3 }, `… ${rows.length - rowsShown} more lines`)))
      : null,
  );
}

type Row =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'lines';
      readonly before: string | null;
      readonly after: string | null;
      readonly changed: boolean;
      /** Its words are not marked. */
      readonly isPlain?: true;
    };

/** Lines in two columns: what was removed stands beside what came in its place. */
function rowsOf(lines: readonly DiffLine[]): readonly Row[] {
  const rows: Row[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1)
      rows.push({ kind: 'lines', before: gone[index] ?? null, after: come[index] ?? null, changed: true });
    [gone, come] = [[], []];
  };
  for (const { sign, text } of lines) {
    if (sign === '-') gone.push(text);
    else if (sign === '+') come.push(text);
    else {
      flush();
      rows.push(
        sign === '@' ? { kind: 'note', text } : { kind: 'lines', before: text, after: text, changed: false },
      );
    }
  }
  flush();
  return rows;
}

function plainRow(row: Row): Row {
  return row.kind === 'lines' ? { ...row, isPlain: true } : row;
}

function rowCells(row: Row): readonly [Content, Content] {
  if (row.kind === 'note')
    return [h('td', { class: 'soft' }, row.text), h('td', { class: 'soft' }, row.text)];
  const { before, after, changed } = row;
  const cell = (text: string | null, content: Content, tone: string): Content =>
    h('td', { class: text === null ? 'code' : `code${changed ? ` ${tone}` : ''}` }, content);
  const [one, other] =
    changed && row.isPlain !== true && before !== null && after !== null
      ? markedWords(before, after)
      : [before === null ? '' : codeLine(before, 600), after === null ? '' : codeLine(after, 600)];
  return [cell(before, one, 'come'), cell(after, other, 'gone')];
}

function unified(pair: Pair, titles: Titles, lines: readonly DiffLine[]): Content {
  return fragment(
    h('p', { class: 'small' }, titles.passing, ' (−)'),
    h('div', { class: 'says' }, assertion(pair)),
    h('p', { class: 'small' }, titles.failing, ' (+)'),
    diffBlock('Passing and failing code', lines, pairTones),
  );
}

// A sample that passes all that both sides have may fail the tests that only the head has.
function sideTitle(
  summary: PortabilitySummary,
  generation: Generation | null,
  does: 'passes' | 'fails',
): Content {
  if (generation === null) return h('span', { class: 'soft' }, 'No generation of any model passes');
  const { story, isOfAnother } = generation;
  const tag =
    does === 'passes'
      ? h('span', { class: 'tag passed' }, '✓ passes')
      : h('span', { class: 'tag regressed' }, '✕ fails');
  const text = story.role === 'head' ? 'new text' : 'old text';
  const by = isOfAnother ? ` by ${modelName(summary, story.cell.arm.model.id)}` : '';
  return fragment(tag, h('span', { class: 'soft' }, ` written${by} from the ${text} (${sampleName(story)})`));
}

function assertion({ test, message }: Pair): Content {
  return fragment(
    test === null ? null : h('p', { class: 'small' }, codeName(test)),
    h('pre', { class: 'assertion' }, outputText(withoutStack(message), { lines: 12, columns: 300 })),
  );
}

/** What a test said, without the places in the code that led there. */
function withoutStack(message: string): string {
  const lines = message.slice(0, 20_000).trim().split('\n');
  const stack = lines.findIndex((line) => /^\s+at .+:\d+/.test(line));
  return (stack < 1 ? lines : lines.slice(0, stack)).join('\n').trimEnd();
}
