import { diffWordsWithSpace } from 'diff';
import type { Hunk, SpecPair } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { codeLine } from './code-text.ts';
import { fragment, h, scrolling } from './element.ts';
import type { Content } from './element.ts';
import { codeName, visibleName } from './names.ts';

/** Both texts of a spec side by side: the changed lines with some context, and labels on the blamed hunks. */
export function sideBySide(change: SpecPair, verdicts: readonly Verdict[]): Content {
  if (change.hunks.length === 0) return null;
  const files = [...new Set(change.hunks.map(({ file }) => file))];
  return fragment(
    h('h4', {}, 'What the edit changed'),
    ...files.slice(0, 50).map((file) => fileTable(file, change, verdicts)),
  );
}

const around = 3;
const longest = 300;

function fileTable(file: string, change: SpecPair, verdicts: readonly Verdict[]): Content {
  const texts = [...(change.head?.files ?? []), ...(change.head?.instructions ?? [])];
  const lines = linesOf(texts.find(({ path }) => path === file)?.text ?? '');
  const hunks = change.hunks.filter((hunk) => hunk.file === file);
  const body = hunks.flatMap((hunk, index) => {
    const previous = hunks[index - 1];
    const from = previous === undefined ? 0 : previous.headStart + previous.added.length - 1;
    const next = hunks[index + 1]?.headStart ?? lines.length + 1;
    return [
      ...contextRows(lines, { from, to: hunk.headStart - 1, hunk, isFirst: index === 0 }),
      ...hunkRows(hunk, verdicts),
      ...(index === hunks.length - 1 ? trailingRows(lines, hunk, next) : []),
    ];
  });
  return scrolling(
    `Changes in ${visibleName(file)}`,
    h(
      'table',
      { class: 'sides' },
      h('caption', { class: 'heard' }, `Old and new text of ${visibleName(file)}`),
      h('colgroup', {}, h('col', { class: 'no' }), h('col', {}), h('col', { class: 'no' }), h('col', {})),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col', colspan: 2 }, codeName(file), ' base'),
          h('th', { scope: 'col', colspan: 2 }, 'head'),
        ),
      ),
      h('tbody', {}, ...body),
    ),
  );
}

// Unchanged lines are taken from the head's text. On the base side their numbers differ by what the hunks have added
// and removed.
function contextRows(
  lines: readonly string[],
  of: { readonly from: number; readonly to: number; readonly hunk: Hunk; readonly isFirst: boolean },
): Content[] {
  const to = Math.min(of.to, lines.length);
  const offset = of.hunk.baseStart - of.hunk.headStart;
  const leading = Math.max(of.from, to - around);
  const trailing = of.isFirst ? of.from : Math.min(of.from + around, leading);
  const plain = (start: number, end: number, shift: number): Content[] =>
    lines
      .slice(start, end)
      .map((line, index) =>
        row({ base: [start + index + 1 + shift, line], head: [start + index + 1, line] }),
      );
  const hidden = leading - trailing;
  return [...plain(of.from, trailing, offset), ...foldRow(hidden), ...plain(leading, to, offset)];
}

function trailingRows(lines: readonly string[], hunk: Hunk, next: number): Content[] {
  const start = hunk.headStart + hunk.added.length - 1;
  const shift = hunk.baseStart + hunk.removed.length - hunk.headStart - hunk.added.length;
  const shown = lines.slice(start, Math.min(start + around, next - 1));
  const rows = shown.map((line, index) =>
    row({ base: [start + index + 1 + shift, line], head: [start + index + 1, line] }),
  );
  return [...rows, ...foldRow(lines.length - start - shown.length)];
}

function foldRow(hidden: number): Content[] {
  if (hidden <= 0) return [];
  const text = hidden === 1 ? '1 unchanged line' : `${hidden} unchanged lines`;
  return [h('tr', { class: 'fold' }, h('td', { colspan: 4 }, `· · · ${text} · · ·`))];
}

function hunkRows(hunk: Hunk, verdicts: readonly Verdict[]): Content[] {
  const blaming = verdicts.filter(({ culprit }) =>
    culprit.some(
      ({ file, baseStart, headStart }) =>
        file === hunk.file && baseStart === hunk.baseStart && headStart === hunk.headStart,
    ),
  );
  const height = Math.max(hunk.removed.length, hunk.added.length);
  const rows = Array.from({ length: Math.min(height, longest) }, (_, index) =>
    changedRow(hunk, index, blaming.length > 0),
  );
  const rest = height > longest ? foldedChange(height - longest) : [];
  return [...(blaming.length > 0 ? [blameRow(blaming)] : []), ...rows, ...rest];
}

function blameRow(blaming: readonly Verdict[]): Content {
  const models = [...new Set(blaming.map(({ model }) => visibleName(model, 80)))];
  const several = blaming.some(({ culprit }) => culprit.length > 1);
  const words = several
    ? 'One of these hunks (which one is not measured) is behind the verdict on '
    : 'The changed words behind the verdict on ';
  return h(
    'tr',
    { class: 'blame' },
    h(
      'th',
      { colspan: 4, scope: 'rowgroup' },
      '▼ ',
      words,
      models.slice(0, 6).join(', '),
      models.length > 6 ? ` and ${models.length - 6} more` : '',
    ),
  );
}

function foldedChange(rest: number): Content[] {
  return [h('tr', { class: 'fold' }, h('td', { colspan: 4 }, `· · · ${rest} more changed lines · · ·`))];
}

function changedRow(hunk: Hunk, index: number, isBlamed: boolean): Content {
  const removed = hunk.removed[index];
  const added = hunk.added[index];
  return row({
    base: removed === undefined ? null : [hunk.baseStart + index, removed],
    head: added === undefined ? null : [hunk.headStart + index, added],
    changed: true,
    isBlamed,
  });
}

type Side = readonly [number, string] | null;

function row(of: {
  readonly base: Side;
  readonly head: Side;
  readonly changed?: boolean;
  readonly isBlamed?: boolean;
}): Content {
  const { base, head, changed = false } = of;
  const [before, after] =
    changed && base !== null && head !== null ? marked(base[1], head[1]) : [shown(base), shown(head)];
  const cells = (side: Side, content: Content, name: 'gone' | 'come'): Content[] => [
    h('td', { class: 'no' }, side === null ? '' : side[0]),
    h('td', { class: changed && side !== null ? `code ${name}` : 'code' }, content),
  ];
  return h(
    'tr',
    { class: of.isBlamed === true && 'blamed' },
    ...cells(base, before, 'gone'),
    ...cells(head, after, 'come'),
  );
}

function shown(side: Side): Content {
  return side === null ? '' : codeLine(side[1], 1000);
}

function marked(before: string, after: string): readonly [Content, Content] {
  const [one, other] = [codeLine(before, 1000), codeLine(after, 1000)];
  const parts = one.length + other.length > 1600 ? undefined : diffWordsWithSpace(one, other);
  // Where most words of two lines differ, the words that they happen to share mean nothing.
  const common = (parts ?? []).reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.value.length),
    0,
  );
  if (parts === undefined || common < (one.length + other.length) / 4) return [one, other];
  return [
    parts.flatMap(({ value, added, removed }) => (added ? [] : [removed ? h('del', {}, value) : value])),
    parts.flatMap(({ value, added, removed }) => (removed ? [] : [added ? h('ins', {}, value) : value])),
  ];
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
