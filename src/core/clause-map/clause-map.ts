import { estimateInputTokens } from '../estimate-tokens.ts';
import type { CutSpec, Part } from '../parts/part.ts';
import { comparedLinks } from './compared-links.ts';
import type { ComparedLinks } from './compared-links.ts';
import { mapCells } from './map-cells.ts';
import type { MapCell, MapRules } from './map-cells.ts';
import { isNeverMoved, noticingOf } from './noticing.ts';
import type { Noticing } from './noticing.ts';
import type { PartSamples } from './part-samples.ts';

/** One part of a spec and the tests that notice when it is missing. */
export type MappedPart = Noticing & {
  readonly part: Part;
  /** What it adds to a prompt. */
  readonly tokens: number;
};

/** Tests that notice when these parts are missing together; it may be due to any of them, or to several. */
export type NoticedGroup = {
  readonly parts: readonly string[];
  readonly test: string;
  readonly model: string;
};

/** Which tests notice which parts of one spec, on which models. */
export type ClauseMap = {
  readonly spec: string;
  readonly models: readonly string[];
  /** The tests that were compared. */
  readonly tests: readonly string[];
  readonly rules: MapRules;
  /** All parts, in the order of the text. */
  readonly parts: readonly MappedPart[];
  /** What is noticed of several parts and of none of them by itself. */
  readonly groups: readonly NoticedGroup[];
  /** Tests that no missing part moves, on any model, although each part was missing at least once. */
  readonly unmoved: readonly string[];
  readonly links: ComparedLinks;
};

/** Everything that a map is made from. */
export type MapRequest = {
  readonly spec: string;
  /** The full text, cut into clauses. */
  readonly cut: CutSpec;
  /** Samples of other specs are left out. */
  readonly samples: readonly PartSamples[];
  readonly rules: MapRules;
};

/** Compares every test on every text that lacks parts with the same test on the full text. */
export function clauseMap({ spec, cut, samples, rules }: MapRequest): ClauseMap {
  const asked = removable(cut.parts);
  const own = samples
    .filter((each) => each.spec === spec)
    // A heading goes with its section and says nothing by itself.
    .map((each) => ({ ...each, removed: each.removed.filter((id) => asked.has(id)) }))
    .filter(({ removed }) => removed.length > 0);
  const cells = mapCells(own, rules);
  const models = [...new Set(own.map(({ model }) => model))];
  const tests = [...new Set(cells.map(({ test }) => test))];
  return {
    spec,
    models,
    tests,
    rules,
    parts: cut.parts.map((part) => ({
      part,
      tokens: estimateInputTokens(part.present),
      ...noticingOf(part.id, cells, models),
    })),
    groups: noticedGroups(cells),
    unmoved: tests.filter((test) => isNeverMoved(test, { cells, models, parts: [...asked] })),
    links: comparedLinks(cut, { cells, tests, models }),
  };
}

function removable(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ id, kind }) => (kind === 'heading' ? [] : [id])));
}

// The smallest group with a notice of a test on a model stands for the larger ones.
function noticedGroups(cells: readonly MapCell[]): readonly NoticedGroup[] {
  const found = cells
    .filter(({ finding }) => finding === 'noticed')
    .toSorted((one, other) => one.blamed.length - other.blamed.length);
  const kept: NoticedGroup[] = [];
  for (const { blamed, test, model } of found) {
    const own = new Set(blamed);
    const isKnown = kept.some(
      (other) => other.test === test && other.model === model && other.parts.every((part) => own.has(part)),
    );
    if (!isKnown) kept.push({ parts: blamed, test, model });
  }
  return kept.filter(({ parts }) => parts.length > 1);
}
