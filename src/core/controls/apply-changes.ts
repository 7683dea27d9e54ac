import type { Change } from './change.ts';
import { blockAt, testBlocks } from './test-blocks.ts';
import { readTestFile } from './test-file.ts';

/** The text with these changes made; null if one of them cannot be made, because its line is not there any more. */
export function applyChanges(text: string, changes: readonly Change[]): string | null {
  const lines = text.split('\n');
  const places = changes.map((change) => ({ change, at: lineOf(lines, change) }));
  // From the last to the first, so that two changes in one line keep their columns.
  const inOrder = places.toSorted(
    (one, other) => other.at - one.at || other.change.column - one.change.column,
  );
  for (const { change, at } of inOrder) {
    const line = lines[at];
    if (line === undefined) return null;
    const { column, from, to } = change;
    lines[at] = `${line.slice(0, column)}${to}${line.slice(column + from.length)}`;
  }
  return lines.join('\n');
}

/** Whether a change of another commit can be made in this text: the same line, as often, in the same test. */
export function canApply(
  change: Change,
  { before, now }: { readonly before: string; readonly now: string },
): boolean {
  const equal = (text: string): number => text.split('\n').filter((line) => line === change.line).length;
  if (equal(before) !== equal(now)) return false;
  const file = readTestFile(change.path, now);
  const lines = now.split('\n');
  const at = lineOf(lines, change);
  if (file === null || at === -1) return false;
  const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0) + change.column;
  return (blockAt(testBlocks(file), start)?.name ?? null) === change.block;
}

function lineOf(lines: readonly string[], { line, occurrence }: Change): number {
  let seen = -1;
  return lines.findIndex((each) => {
    if (each === line) seen += 1;
    return each === line && seen === occurrence;
  });
}
