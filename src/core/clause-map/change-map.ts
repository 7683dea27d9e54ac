import type { CutSpec, Part } from '../parts/part.ts';
import { clauseMap, type ClauseMap } from './clause-map.ts';
import type { ComparedLink, ComparedLinks } from './compared-links.ts';
import type { MapRules, Subject } from './map-cells.ts';
import { isSame, type Noticed, type Notice } from './noticing.ts';
import { textsBeside, type TextSamples } from './text-samples.ts';

/** One changed part, and the tests that notice it. */
export type ChangedPart = {
  readonly part: Part;
  /** `unnoticed`: neither the base with it alone nor the head without it moves a test. */
  readonly state: Noticed;
  /** Tests that pass less often once this part is as in the head; `full` is without it, `without` with it. */
  readonly breaks: readonly Notice[];
  /** Tests that pass less often while this part is still as in the base. */
  readonly needs: readonly Notice[];
};

/** Which tests notice which changed parts of one spec, on the models on which texts between base and head were tried. */
export type ChangeMap = {
  readonly spec: string;
  readonly subjects: readonly Subject[];
  readonly tests: readonly string[];
  /** The share of false links holds for each of the two lists. */
  readonly rules: MapRules;
  /** All changed parts, in the order of the text. */
  readonly parts: readonly ChangedPart[];
  /** Tests that no changed part moves, in either direction. */
  readonly unmoved: readonly string[];
  readonly links: ComparedLinks;
};

/**
 * Compares the texts between base and head test by test, in both directions: what breaks once a part is there, and what
 * needs it to be there.
 */
export function changeMap(of: {
  readonly spec: string;
  /** The change, cut into its parts. */
  readonly cut: CutSpec;
  readonly samples: readonly TextSamples[];
  readonly rules: MapRules;
}): ChangeMap {
  const { spec, cut, rules } = of;
  const all = cut.parts.map(({ id }) => id);
  const mapOf = (samples: Parameters<typeof textsBeside>[0]): ClauseMap =>
    clauseMap({ target: spec, cut, samples: textsBeside(samples), rules, withHeadings: true });
  const broken = mapOf(of.samples.map((each) => ({ ...each, apart: each.has })));
  const needed = mapOf(
    of.samples.map((each) => ({ ...each, apart: all.filter((id) => !each.has.includes(id)) })),
  );
  const needs = new Map(needed.parts.map((each) => [each.part.id, each] as const));
  const unmoved = new Set(needed.unmoved);
  return {
    spec,
    subjects: distinct([...broken.subjects, ...needed.subjects]),
    tests: [...new Set([...broken.tests, ...needed.tests])],
    rules,
    parts: broken.parts.map(({ part, state, by }): ChangedPart => {
      const other = needs.get(part.id);
      return {
        part,
        state: together(state, other?.state ?? 'not-judged'),
        breaks: by,
        needs: other?.by ?? [],
      };
    }),
    unmoved: broken.unmoved.filter((test) => unmoved.has(test)),
    links: joined(broken.links, needed.links),
  };
}

// The less that is known the earlier.
const order: readonly Noticed[] = ['not-judged', 'unnoticed-together', 'unnoticed'];

function together(one: Noticed, other: Noticed): Noticed {
  if (one === 'noticed' || other === 'noticed') return 'noticed';
  return order.find((state) => state === one || state === other) ?? 'not-judged';
}

function distinct(subjects: readonly Subject[]): readonly Subject[] {
  return subjects.filter((one, index) => subjects.findIndex((other) => isSame(one, other)) === index);
}

function joined(one: ComparedLinks, other: ComparedLinks): ComparedLinks {
  const key = ({ mark, test, parts }: ComparedLink): string => JSON.stringify([mark, test, parts]);
  const others = new Map(other.stated.map((link) => [key(link), link.measured] as const));
  const unstated = new Map(
    [...one.unstated, ...other.unstated].map((link) => [`${link.part} ${link.test}`, link]),
  );
  return {
    stated: one.stated.map((link) => ({
      ...link,
      measured: together(link.measured, others.get(key(link)) ?? 'not-judged'),
    })),
    unstated: [...unstated.values()],
  };
}
