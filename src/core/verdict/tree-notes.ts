import type { TreeRuns } from '../plan/measurements.ts';
import { redRepository } from '../results/red-repository.ts';
import type { SpecVersion } from '../specs/spec.ts';

/** What a reader should know of the trees the answers were tested in, one plain sentence each. */
export function treeNotes(trees: ReadonlyMap<SpecVersion, TreeRuns>): string[] {
  const notes = [...trees].flatMap(([version, runs]) => [
    ...redNote(version, runs),
    ...fakeableNote(version, runs),
    ...emptiedNote(version),
    ...runs.notes,
  ]);
  return [...new Set(notes)];
}

// A red base is a warning and no more: base is compared with head, never with perfection.
function redNote(version: SpecVersion, { own }: TreeRuns): string[] {
  const red = version.side === 'base' ? redRepository(own) : null;
  if (red === null) return [];
  const failing = red.failing.length === 0 ? '' : ` Failing: ${listed(red.failing)}.`;
  return [
    `The tests of ${version.spec.name} are red on the base commit as committed (${red.why}).${failing}`,
  ];
}

function fakeableNote({ spec }: SpecVersion, { emptied }: TreeRuns): string[] {
  if (emptied.report?.format !== 'exit-code') return [];
  return [`The results of ${spec.name} are the exit code only: that can be faked. Set \`results\` for more.`];
}

function emptiedNote({ spec, emptied }: SpecVersion): string[] {
  if (emptied.length === 0) return [];
  return [`Before each generation of ${spec.name} these committed files are removed: ${listed(emptied)}.`];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
