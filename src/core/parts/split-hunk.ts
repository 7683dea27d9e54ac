import { diffArrays } from 'diff';
import { pairAtoms, type Sides } from './pair-atoms.ts';

/**
 * One hunk as its sentences and items: those that are the same on both sides, those that were rewritten, and those that
 * stand on one side only. Together they give the hunk's lines on either side. `before` is the text above the hunk.
 */
export function splitHunk(
  before: string,
  base: readonly string[],
  head: readonly string[],
): readonly Sides[] {
  const sides: Sides[] = [];
  let [removed, added]: [readonly string[], readonly string[]] = [[], []];
  for (const change of changesOf(base, head)) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      sides.push(...pairAtoms(removed, added));
      sides.push(...change.value.map((atom) => ({ absent: atom, present: atom })));
      [removed, added] = [[], []];
    }
  }
  return endingAlike([...sides, ...pairAtoms(removed, added)], endOf(before, 2));
}

type Change = { readonly removed: boolean; readonly added: boolean; readonly value: readonly string[] };

function changesOf(base: readonly string[], head: readonly string[]): readonly Change[] {
  // The diff's type forgets that it gives up beyond this many edits: its time grows with their square.
  const changes: readonly Change[] | undefined = diffArrays([...base], [...head], { maxEditLength: 2000 });
  if (changes !== undefined) return changes;
  return [
    { removed: true, added: false, value: base },
    { removed: false, added: true, value: head },
  ];
}

/**
 * Joins a place with the next one where words would otherwise run into a line that is not theirs: each place that can
 * change ends the line, or the paragraph, on both sides or on neither.
 */
function endingAlike(sides: readonly Sides[], start: number): readonly Sides[] {
  const joined: Sides[] = [];
  let ended = start;
  let isOpen = false;
  for (const place of sides) {
    const isFixed = place.absent === place.present;
    const next: Sides = isOpen && !isFixed ? together(joined.pop(), place) : place;
    joined.push(next);
    isOpen = !isFixed && endOf(next.absent, ended) !== endOf(next.present, ended);
    if (!isOpen) ended = endOf(next.present, ended);
  }
  return joined;
}

function together(one: Sides | undefined, other: Sides): Sides {
  return {
    absent: `${one?.absent ?? ''}${other.absent}`,
    present: `${one?.present ?? ''}${other.present}`,
  };
}

/** 0 within a line, 1 after the end of one, 2 after a blank line. */
function endOf(text: string, before: number): number {
  if (text === '') return before;
  if (/\n[ \t]*\n$/.test(text)) return 2;
  return text.endsWith('\n') ? 1 : 0;
}
