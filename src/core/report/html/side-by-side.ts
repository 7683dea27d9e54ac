import type { Hunk, SpecPair } from '../../specs/spec.ts';
import { blamedIn, blameRows, isLineBlamed, type Blame } from './blame-rows.ts';
import { codeLine } from './elements/code-text.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { codeName, visibleName } from './elements/names.ts';
import { markedWords } from './elements/word-marks.ts';

/** What is shown of an edit. */
export type ShownEdit = {
  readonly hunks: readonly Hunk[];
  /** Unchanged lines around each hunk. */
  readonly around: number;
  /** Lines of one hunk before the rest is counted. */
  readonly longest: number;
};

/**
 * Both texts of a spec: the changed lines with some context, and labels on the blamed hunks. Side by side where there
 * is room, otherwise one under the other.
 */
export function sideBySide(
  change: SpecPair,
  blame: Blame,
  edit: ShownEdit = { hunks: change.hunks, around: 3, longest: 300 },
): Content {
  const files = [...new Set(edit.hunks.map(({ file }) => file))];
  return fragment(...files.slice(0, 50).map((file) => fileTable(file, change, { ...edit, blame })));
}

type Shown = ShownEdit & { readonly blame: Blame };

function fileTable(file: string, change: SpecPair, shown: Shown): Content {
  const texts = [...(change.head?.files ?? []), ...(change.head?.instructions ?? [])];
  const lines = linesOf(texts.find(({ path }) => path === file)?.text ?? '');
  const hunks = shown.hunks.filter((hunk) => hunk.file === file);
  const body = hunks.flatMap((hunk, index) => {
    const previous = hunks[index - 1];
    const from = previous === undefined ? 0 : previous.headStart + previous.added.length - 1;
    const next = hunks[index + 1]?.headStart ?? lines.length + 1;
    const { around } = shown;
    return [
      same(contextRows(lines, { from, to: hunk.headStart - 1, hunk, isFirst: index === 0, around })),
      h('tbody', { class: 'changed' }, ...hunkRows(hunk, shown)),
      ...(index === hunks.length - 1 ? [same(trailingRows(lines, hunk, { next, around }))] : []),
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
          h('th', { scope: 'col', colspan: 2 }, codeName(file), h('span', { class: 'side' }, ' before')),
          h('th', { scope: 'col', colspan: 2, class: 'head' }, 'after'),
        ),
      ),
      ...body,
    ),
  );
}

function same(rows: readonly Content[]): Content {
  return rows.length === 0 ? null : h('tbody', { class: 'same' }, ...rows);
}

// Unchanged lines are taken from the head's text. On the base side their numbers differ by what the hunks have added
// and removed.
function contextRows(
  lines: readonly string[],
  of: {
    readonly from: number;
    readonly to: number;
    readonly hunk: Hunk;
    readonly isFirst: boolean;
    readonly around: number;
  },
): Content[] {
  const to = Math.min(of.to, lines.length);
  const offset = of.hunk.baseStart - of.hunk.headStart;
  const leading = Math.max(of.from, to - of.around);
  const trailing = of.isFirst ? of.from : Math.min(of.from + of.around, leading);
  const plain = (start: number, end: number, shift: number): Content[] =>
    lines
      .slice(start, end)
      .map((line, index) =>
        row({ base: [start + index + 1 + shift, line], head: [start + index + 1, line] }),
      );
  const hidden = leading - trailing;
  return [...plain(of.from, trailing, offset), ...foldRow(hidden), ...plain(leading, to, offset)];
}

function trailingRows(
  lines: readonly string[],
  hunk: Hunk,
  { next, around }: { readonly next: number; readonly around: number },
): Content[] {
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

function hunkRows(hunk: Hunk, { blame, longest }: Shown): Content[] {
  const blamed = blamedIn(blame, hunk);
  const height = Math.max(hunk.removed.length, hunk.added.length);
  const rows = Array.from({ length: Math.min(height, longest) }, (_, index) =>
    changedRow(hunk, index, isLineBlamed(blamed, hunk, index)),
  );
  const rest = height > longest ? foldedChange(height - longest) : [];
  return [...blameRows(blame, hunk), ...rows, ...rest];
}

function foldedChange(rest: number): Content[] {
  return [h('tr', { class: 'fold rest' }, h('td', { colspan: 4 }, `· · · ${rest} more changed lines · · ·`))];
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
    changed && base !== null && head !== null ? markedWords(base[1], head[1]) : [shown(base), shown(head)];
  // The classes put a phone's lines in the order of a unified diff.
  const cells = (side: Side, content: Content, name: 'base' | 'head'): Content[] => {
    const place = side === null ? `${name} none` : name;
    const tone = changed && side !== null ? ` ${name === 'base' ? 'gone' : 'come'}` : '';
    return [
      h('td', { class: `no ${place}` }, side === null ? '' : side[0]),
      h('td', { class: `code ${place}${tone}` }, content),
    ];
  };
  return h(
    'tr',
    { class: of.isBlamed === true && 'blamed' },
    ...cells(base, before, 'base'),
    ...cells(head, after, 'head'),
  );
}

function shown(side: Side): Content {
  return side === null ? '' : codeLine(side[1], 1000);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
