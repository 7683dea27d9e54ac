import type { Change, ProvenChange } from '../controls/change.ts';
import type { Place, PlacesOfBlock } from '../controls/changes-in.ts';
import { everyDataFile } from '../controls/changed-data.ts';
import { digest } from '../digest.ts';
import type { Trial } from './read-trial.ts';

/** At most so many places are changed, in at most so many runs and so long. */
export const trialLimits = { places: 40, runs: 8, milliseconds: 5 * 60_000 } as const;

/** The two ways to change every data file of the tests; each is a trial of its own. */
export const dataTrials: readonly Trial[] = ['0', '1'].map((to) => [
  { path: everyDataFile, line: '', occurrence: 0, column: 0, from: '', to, block: null, kind: 'data' },
]);

/** Data files are only changed where a test is asked nothing else than an assertion turned round; then in both ways. */
export function isWorthTrying(
  trial: Trial,
  ids: readonly string[],
  proven: readonly ProvenChange[],
): boolean {
  if (trial.every(({ kind }) => kind !== 'data')) return true;
  const asked = new Set(
    proven.flatMap(({ change, tests }) => (change.kind === 'turned' || change.kind === 'data' ? [] : tests)),
  );
  return !ids.every((id) => asked.has(id));
}

/** The first trials of a suite: for each test two changes that are independent of each other. */
export function firstTrials(found: readonly PlacesOfBlock[], byExitCode: boolean): readonly Trial[] {
  const inTests = drawn(found.filter(({ block }) => block !== null));
  const aroundTests = drawn(found.filter(({ block }) => block === null));
  if (byExitCode)
    return inTests
      .flatMap(({ places }) => changesIn(places.slice(0, 1)))
      .slice(0, trialLimits.runs)
      .map((change) => [change]);
  const chosen = inTests.slice(0, trialLimits.places);
  const left = trialLimits.places - chosen.length;
  const seconds = chosen.map(({ places }, index) =>
    index < left ? secondOf(places) : (places[0]?.other ?? null),
  );
  return [
    chosen.flatMap(({ places }) => changesIn(places.slice(0, 1))),
    seconds.filter((change) => change !== null),
    ...tables(aroundTests),
  ].filter((trial) => trial.length > 0);
}

// Such a change may concern every test of its file, so a trial holds one for each file, and no other of that file.
function tables(aroundTests: readonly PlacesOfBlock[]): readonly Trial[] {
  return [
    aroundTests.flatMap(({ places }) => changesIn(places.slice(0, 1))),
    aroundTests.flatMap(({ places }) => secondOf(places) ?? []),
  ];
}

function changesIn(places: readonly Place[]): readonly Change[] {
  return places.map(({ change }) => change);
}

/** A change at another place, or another one at the only place. */
function secondOf([first, second]: readonly Place[]): Change | null {
  return second?.change ?? first?.other ?? null;
}

// If there are more tests than changes, which ones are taken must not depend on the order of files.
function drawn(found: readonly PlacesOfBlock[]): readonly PlacesOfBlock[] {
  const order = (each: PlacesOfBlock): string => digest([each.path, each.block]);
  return found.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Two smaller trials of changes that were not clear together; none if there is only one. */
export function splitTrial(unclear: readonly Change[]): readonly Trial[] {
  if (unclear.length < 2) return [];
  const files = [...new Set(unclear.map(({ path }) => path))];
  const half = (one: Change): boolean => {
    if (files.length > 1) return files.indexOf(one.path) < files.length / 2;
    return unclear.indexOf(one) < unclear.length / 2;
  };
  return [unclear.filter((each) => half(each)), unclear.filter((each) => !half(each))];
}
