import { estimateInputTokens } from '../estimate-tokens.ts';
import type { CutSpec, Part } from '../parts/part.ts';
import { mapCells } from './map-cells.ts';
import type { MapCell, MapRules } from './map-cells.ts';
import type { PartSamples } from './part-samples.ts';
import { comparedLinks } from './compared-links.ts';
import type { ComparedLinks } from './compared-links.ts';

/** A test that passes less often on a model where parts of the spec are missing. */
export type Notice = Pick<MapCell, 'test' | 'model' | 'full' | 'without' | 'q'>;

/**
 * What the tests make of a text without these parts. `unnoticed`: on every model each test had enough samples to notice
 * a drop, and none dropped. `not-judged`: neither.
 */
export type Noticing = {
  readonly state: 'noticed' | 'unnoticed' | 'not-judged';
  /** The most certain first. */
  readonly by: readonly Notice[];
};

/** One part of a spec, judged by samples of the text that lacks it and nothing else. */
export type MappedPart = Noticing & {
  readonly part: Part;
  /** What it adds to a prompt. */
  readonly tokens: number;
};

/** Parts that a text lacked together: what is noticed may be the absence of any of them, or of several. */
export type MappedGroup = Noticing & { readonly parts: readonly string[] };

/** Which tests notice which parts of one spec, on which models. */
export type ClauseMap = {
  readonly spec: string;
  readonly models: readonly string[];
  /** The tests that were compared. */
  readonly tests: readonly string[];
  readonly rules: MapRules;
  /** All parts, in the order of the text. */
  readonly parts: readonly MappedPart[];
  readonly groups: readonly MappedGroup[];
  /** Tests that pass as often whatever part is missing, on every model. */
  readonly unmoved: readonly string[];
  readonly links: ComparedLinks;
};

/** Everything that a map is made from. */
export type MapRequest = {
  readonly spec: string;
  /** The full text, cut into clauses. */
  readonly cut: CutSpec;
  /** Of this spec; other specs' are left out. */
  readonly samples: readonly PartSamples[];
  readonly rules: MapRules;
};

/** Compares every test on every text that lacks parts with the same test on the full text. */
export function clauseMap({ spec, cut, samples, rules }: MapRequest): ClauseMap {
  const own = samples.filter((each) => each.spec === spec && each.removed.length > 0);
  const cells = mapCells(own, rules);
  const models = [...new Set(own.map(({ model }) => model))];
  const tests = [...new Set(cells.map(({ test }) => test))];
  const removals = byRemoval(cells);
  const noticing = (parts: readonly string[]): Noticing =>
    noticingIn(removals.get(removalKey(parts)) ?? [], models);
  return {
    spec,
    models,
    tests,
    rules,
    parts: cut.parts.map((part) => ({
      part,
      tokens: estimateInputTokens(part.present),
      ...noticing([part.id]),
    })),
    groups: [...removals.values()].flatMap((of) => groupOf(of, models)),
    unmoved: tests.filter((test) => isUnmoved(test, { cells, models, parts: cut.parts })),
    links: comparedLinks(cut, { cells, tests, models }),
  };
}

function groupOf(cells: readonly MapCell[], models: readonly string[]): readonly MappedGroup[] {
  const parts = cells[0]?.removed ?? [];
  return parts.length < 2 ? [] : [{ parts, ...noticingIn(cells, models) }];
}

function noticingIn(cells: readonly MapCell[], models: readonly string[]): Noticing {
  const by = cells
    .filter(({ finding }) => finding === 'noticed')
    .toSorted((one, other) => one.q - other.q)
    .map(({ test, model, full, without, q }) => ({ test, model, full, without, q }));
  if (by.length > 0) return { state: 'noticed', by };
  const isQuiet =
    models.length > 0 && models.every((model) => isQuietOn(cells.filter((cell) => cell.model === model)));
  return { state: isQuiet ? 'unnoticed' : 'not-judged', by };
}

// A test that seldom passes on the full text can notice nothing, so it neither speaks for a part nor against it.
function isQuietOn(cells: readonly MapCell[]): boolean {
  const able = cells.filter(({ finding }) => finding !== 'too-weak');
  return able.length > 0 && able.every(({ finding }) => finding === 'quiet');
}

function isUnmoved(
  test: string,
  of: {
    readonly cells: readonly MapCell[];
    readonly models: readonly string[];
    readonly parts: readonly Part[];
  },
): boolean {
  const own = of.cells.filter((cell) => cell.test === test);
  if (own.some(({ finding }) => finding === 'noticed')) return false;
  return of.models.every((model) => {
    const quiet = own.filter((cell) => cell.model === model && cell.finding === 'quiet');
    const covered = new Set(quiet.flatMap(({ removed }) => removed));
    // A heading never goes without its section.
    return of.parts.every(({ id, kind }) => kind === 'heading' || covered.has(id));
  });
}

function byRemoval(cells: readonly MapCell[]): ReadonlyMap<string, readonly MapCell[]> {
  const removals = new Map<string, MapCell[]>();
  for (const cell of cells) {
    const key = removalKey(cell.removed);
    const known = removals.get(key);
    if (known === undefined) removals.set(key, [cell]);
    else known.push(cell);
  }
  return removals;
}

function removalKey(parts: readonly string[]): string {
  return parts.toSorted().join(' ');
}
