import { diffArrays } from 'diff';

/** Lines of a text from `from` up to but not including `to`, counted from 0. */
export type LineRange = { readonly from: number; readonly to: number };

/** One changed stretch of two texts, on both sides. */
export type ChangedLines = { readonly base: LineRange; readonly head: LineRange };

/** The lines of a text with their ends; joined they are the text again. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Where two texts differ, line by line, in their order. Between two stretches stands at least one equal line. */
export function changedLines(before: string, after: string): readonly ChangedLines[] {
  if (before === after) return [];
  const [old, young] = [linesOf(before), linesOf(after)];
  // The diff's type forgets that it gives up beyond this many edits.
  const changes: ReturnType<typeof diffArrays<string>> | undefined = diffArrays([...old], [...young], {
    maxEditLength: maximumEdits,
  });
  return changes === undefined ? [fromFirstToLast(old, young)] : stretchesOf(changes);
}

// The diff's time grows with the square of the number of differences; beyond this many lines one stretch says as much.
const maximumEdits = 2000;

type Change = { readonly added: boolean; readonly removed: boolean; readonly count: number };

/** What lies between the runs of equal lines. */
function stretchesOf(changes: readonly Change[]): readonly ChangedLines[] {
  const stretches: ChangedLines[] = [];
  let start = { base: 0, head: 0 };
  let reached = start;
  for (const { added, removed, count } of [...changes, { added: false, removed: false, count: 0 }]) {
    const isEqual = !added && !removed;
    if (isEqual && (reached.base > start.base || reached.head > start.head))
      stretches.push({
        base: { from: start.base, to: reached.base },
        head: { from: start.head, to: reached.head },
      });
    reached = { base: reached.base + (added ? 0 : count), head: reached.head + (removed ? 0 : count) };
    if (isEqual) start = reached;
  }
  return stretches;
}

/** Everything between the first and the last different line. */
function fromFirstToLast(old: readonly string[], young: readonly string[]): ChangedLines {
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return { base: { from: start, to: old.length - end }, head: { from: start, to: young.length - end } };
}
