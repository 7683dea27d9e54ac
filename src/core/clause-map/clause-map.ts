import { estimateInputTokens } from '../estimate-tokens.ts';
import type { CutSpec, Part } from '../parts/part.ts';
import { textsWith } from '../parts/texts-with.ts';
import type { TextFile } from '../specs/spec.ts';
import { comparedLinks } from './compared-links.ts';
import type { ComparedLinks } from './compared-links.ts';
import { mapCells } from './map-cells.ts';
import type { MapCell, MapRules, Subject } from './map-cells.ts';
import { isNeverMoved, isSame, noticingOf } from './noticing.ts';
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
  readonly on: Subject;
};

/** Which tests notice which parts of one text, on which specs and models. */
export type ClauseMap = {
  /** Name of the spec, or path of the instructions. */
  readonly target: string;
  /** The full text. */
  readonly texts: readonly TextFile[];
  readonly subjects: readonly Subject[];
  /** The tests that were compared. */
  readonly tests: readonly string[];
  readonly rules: MapRules;
  /** All parts but headings, in the order of the text. */
  readonly parts: readonly MappedPart[];
  /** What is noticed of several parts and of none of them by itself. */
  readonly groups: readonly NoticedGroup[];
  /** Tests that no missing part moves, anywhere, although each part was missing at least once. */
  readonly unmoved: readonly string[];
  readonly links: ComparedLinks;
};

/** Everything that a map is made from. */
export type MapRequest = {
  readonly target: string;
  /** The full text, cut into clauses. */
  readonly cut: CutSpec;
  /** Of texts that lack some of these parts. */
  readonly samples: readonly PartSamples[];
  readonly rules: MapRules;
  /** Whether headings are parts like others, as in a change; missing = they only go with their sections. */
  readonly withHeadings?: boolean;
};

/** Compares every test on every text that lacks parts with the same test on the full text. */
export function clauseMap({ target, cut, samples, rules, withHeadings = false }: MapRequest): ClauseMap {
  const asked = new Set(
    cut.parts.flatMap(({ id, kind }) => (kind === 'heading' && !withHeadings ? [] : [id])),
  );
  const own = samples
    // A heading goes with its section and says nothing by itself.
    .map((each) => ({ ...each, removed: each.removed.filter((id) => asked.has(id)) }))
    .filter(({ removed }) => removed.length > 0)
    // In which order texts were asked about says nothing about them.
    .toSorted((one, other) => (orderKey(one) < orderKey(other) ? -1 : 1));
  const cells = mapCells(own, rules);
  const subjects = subjectsOf(own);
  const tests = [...new Set(cells.map(({ test }) => test))];
  return {
    target,
    texts: textsWith(cut, () => true),
    subjects,
    tests,
    rules,
    parts: cut.parts
      .filter(({ id }) => asked.has(id))
      .map((part) => ({
        part,
        tokens: estimateInputTokens(part.present),
        ...noticingOf(part.id, cells, subjects),
      })),
    groups: noticedGroups(cells),
    unmoved: tests.filter((test) => isNeverMoved(test, { cells, subjects, parts: [...asked] })),
    links: comparedLinks(cut, { cells, tests, subjects }),
  };
}

function orderKey({ spec, model, removed }: PartSamples): string {
  return JSON.stringify([removed.length + 1000, removed.toSorted(), spec, model]);
}

function subjectsOf(samples: readonly Subject[]): readonly Subject[] {
  return samples
    .filter((one, index) => samples.findIndex((other) => isSame(one, other)) === index)
    .map(({ spec, model }) => ({ spec, model }));
}

// The smallest group with a notice of a test on a spec and model stands for the larger ones.
function noticedGroups(cells: readonly MapCell[]): readonly NoticedGroup[] {
  const found = cells
    .filter(({ finding }) => finding === 'noticed')
    .toSorted((one, other) => one.blamed.length - other.blamed.length);
  const kept: NoticedGroup[] = [];
  for (const { blamed, test, on } of found) {
    const own = new Set(blamed);
    const isKnown = kept.some(
      (other) => other.test === test && isSame(other.on, on) && other.parts.every((part) => own.has(part)),
    );
    if (!isKnown) kept.push({ parts: blamed, test, on });
  }
  return kept.filter(({ parts }) => parts.length > 1);
}
