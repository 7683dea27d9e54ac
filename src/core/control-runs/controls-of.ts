import type { Change, Controls, ProvenChange } from '../controls/change.ts';
import type { TestRun } from '../results/test-report.ts';

/** What the trials on a version found. */
export type Tried = { readonly proven: readonly ProvenChange[]; readonly unnoticed: readonly Change[] };

/** What is known of the changes that the tests of a version notice. */
export function controlsOf(of: {
  /** Ids of the tests that pass on the committed code. */
  readonly passing: readonly string[];
  /** Changes that were proved on the version that it is compared with, and can be made here. */
  readonly kept: readonly ProvenChange[];
  readonly tried: Tried;
  readonly base: Controls | null;
  readonly own: TestRun | null;
}): Controls {
  const { passing, kept, tried, own } = of;
  const before = of.base ?? nothingKnown;
  const proven = [...kept, ...tried.proven];
  const reached = new Set(proven.flatMap(({ tests }) => tests));
  const noticed = placesOf(proven.map(({ change }) => change));
  const changed = placesOf([...proven.map(({ change }) => change), ...tried.unnoticed]);
  const seeing = new Set(proven.map(({ change }) => change.path));
  const unseen = new Set(tried.unnoticed.map(({ path }) => path).filter((path) => !seeing.has(path)));
  return {
    proven,
    changed: changed.size,
    noticed: noticed.size,
    blind: [...unseen].toSorted(),
    passing: Math.max(new Set([...passing, ...reached]).size, before.passing),
    reached: reached.size,
    byExitCode: own === null ? before.byExitCode : own.report?.format === 'exit-code',
    isOutOfReach: before.proven.length > 0 && proven.length === 0,
  };
}

const nothingKnown = { proven: [], passing: 0, byExitCode: false };

// The same literal may have been changed twice.
function placesOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.map(({ path, line, occurrence, column }) => JSON.stringify([path, line, occurrence, column])),
  );
}
