import type { CutSpec } from '../parts/part.ts';
import type { MapCell, Subject } from './map-cells.ts';
import { isSame, quietness } from './noticing.ts';
import type { Noticed } from './noticing.ts';
import { statedLinks } from './stated-links.ts';
import type { StatedLink } from './link-mark.ts';

/** A link that the spec states, beside what was measured of this test and these parts. */
export type ComparedLink = StatedLink & { readonly measured: Noticed };

/** A part and a test that notices it, although the spec links one of them to something else. */
export type UnstatedLink = { readonly part: string; readonly test: string };

/** The links that a spec states, and those that were measured without being stated. */
export type ComparedLinks = {
  /** Disagreements first. */
  readonly stated: readonly ComparedLink[];
  /** Empty if the spec states no link: then none is missing. */
  readonly unstated: readonly UnstatedLink[];
};

/** What was measured of one text. */
export type MeasuredLinks = {
  readonly cells: readonly MapCell[];
  readonly tests: readonly string[];
  readonly subjects: readonly Subject[];
};

/** Holds the links that a spec states against the measured ones. */
export function comparedLinks(cut: CutSpec, measured: MeasuredLinks): ComparedLinks {
  const links = statedLinks(cut, measured.tests);
  const stated = links
    .map((link) => ({ ...link, measured: measuredOf(link, measured) }))
    .toSorted((one, other) => order.indexOf(one.measured) - order.indexOf(other.measured));
  return { stated, unstated: links.length === 0 ? [] : unstatedIn(measured.cells, links) };
}

const order: readonly Noticed[] = ['unnoticed', 'unnoticed-together', 'not-judged', 'noticed'];

function measuredOf({ parts, test }: StatedLink, { cells, subjects }: MeasuredLinks): Noticed {
  const linked = new Set(parts);
  const own = cells.filter((cell) => cell.test === test);
  // Another spec's code is not what this test runs on.
  const where = subjects.filter((subject) => own.some(({ on }) => isSame(on, subject)));
  // What is noticed of other parts as well says nothing about this link.
  const isNoticed = own.some(
    ({ finding, blamed }) => finding === 'noticed' && blamed.every((id) => linked.has(id)),
  );
  if (isNoticed) return 'noticed';
  const all = quietness(parts, own, where);
  if (all !== 'not-judged') return all;
  const each = parts.map((part) => quietness([part], own, where));
  return each.every((state) => state === 'unnoticed') ? 'unnoticed' : 'not-judged';
}

function unstatedIn(cells: readonly MapCell[], links: readonly StatedLink[]): readonly UnstatedLink[] {
  const linkedParts = new Set(links.flatMap(({ parts }) => parts));
  const linkedTests = new Set(links.map(({ test }) => test));
  const pairs = new Set(links.flatMap(({ parts, test }) => parts.map((part) => `${part} ${test}`)));
  const found = new Map<string, UnstatedLink>();
  for (const { blamed, test, finding } of cells) {
    const [part, ...others] = blamed;
    if (finding !== 'noticed' || part === undefined || others.length > 0) continue;
    const key = `${part} ${test}`;
    const isNearALink = linkedParts.has(part) || linkedTests.has(test);
    if (isNearALink && !pairs.has(key)) found.set(key, { part, test });
  }
  return [...found.values()];
}
