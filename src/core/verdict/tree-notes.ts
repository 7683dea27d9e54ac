import type { Measurements, TreeRuns } from '../plan/measurements.ts';
import type { SpecVersion } from '../specs/spec.ts';

/** What a reader should know of the trees the answers were tested in, one plain sentence each. */
export function treeNotes(measurements: Measurements): string[] {
  const notes = [...measurements.trees].flatMap(([version, runs]) => [
    ...fakeableNote(version, runs, measurements),
    ...emptiedNote(version),
    ...runs.notes,
  ]);
  return [...new Set(notes)];
}

// The run with `writes` emptied says nothing here: tests that die at import reach no reporter.
function fakeableNote(version: SpecVersion, { own }: TreeRuns, { cells }: Measurements): string[] {
  const runs = [own, ...cells.filter(({ arm }) => arm.version === version).map(({ testRun }) => testRun)];
  const formats = runs.flatMap((run) => (run === null || run.report === null ? [] : [run.report.format]));
  if (formats.length === 0 || formats.some((format) => format !== 'exit-code')) return [];
  const { spec } = version;
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
