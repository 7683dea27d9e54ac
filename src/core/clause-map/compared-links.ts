import type { CutSpec } from '../parts/part.ts';
import type { MapCell } from './map-cells.ts';
import { statedLinks } from './stated-links.ts';
import type { StatedLink } from './stated-links.ts';

/** A link that the spec states, beside what was measured. */
export type ComparedLink = StatedLink & {
  readonly measured: 'noticed' | 'unnoticed' | 'not-judged';
};

/** A part and a test that notices it, although the spec links one of them to something else. */
export type UnstatedLink = { readonly part: string; readonly test: string };

/** The links that a spec states, and those that were measured without being stated. */
export type ComparedLinks = {
  /** Disagreements first. */
  readonly stated: readonly ComparedLink[];
  /** Empty if the spec states no link: then nothing is missing. */
  readonly unstated: readonly UnstatedLink[];
};

/** Holds the links that a spec states against the measured ones. */
export function comparedLinks(
  cut: CutSpec,
  measured: {
    readonly cells: readonly MapCell[];
    readonly tests: readonly string[];
    readonly models: readonly string[];
  },
): ComparedLinks {
  const links = statedLinks(cut, measured.tests);
  const stated = links
    .map((link) => ({ ...link, measured: measuredOf(link, measured) }))
    .toSorted((one, other) => order.indexOf(one.measured) - order.indexOf(other.measured));
  return { stated, unstated: links.length === 0 ? [] : unstatedIn(measured.cells, links) };
}

const order: readonly ComparedLink['measured'][] = ['unnoticed', 'not-judged', 'noticed'];

function measuredOf(
  { parts, test }: StatedLink,
  { cells, models }: { readonly cells: readonly MapCell[]; readonly models: readonly string[] },
): ComparedLink['measured'] {
  const linked = new Set(parts);
  // A text that lacks other parts as well says nothing about this link: they may be what the test notices.
  const own = cells.filter((cell) => cell.test === test && cell.removed.every((id) => linked.has(id)));
  if (own.some(({ finding }) => finding === 'noticed')) return 'noticed';
  const isQuiet = models.every((model) => {
    const quiet = own.filter((cell) => cell.model === model && cell.finding === 'quiet');
    return (
      quiet.some(({ removed }) => removed.length === linked.size) ||
      parts.every((part) =>
        quiet.some(({ removed: [first, ...rest] }) => first === part && rest.length === 0),
      )
    );
  });
  return isQuiet ? 'unnoticed' : 'not-judged';
}

function unstatedIn(cells: readonly MapCell[], links: readonly StatedLink[]): readonly UnstatedLink[] {
  const linkedParts = new Set(links.flatMap(({ parts }) => parts));
  const linkedTests = new Set(links.map(({ test }) => test));
  const pairs = new Set(links.flatMap(({ parts, test }) => parts.map((part) => `${part} ${test}`)));
  const found = new Map<string, UnstatedLink>();
  for (const { removed, test, finding } of cells) {
    const [part, ...others] = removed;
    if (finding !== 'noticed' || part === undefined || others.length > 0) continue;
    const isNearALink = linkedParts.has(part) || linkedTests.has(test);
    const key = `${part} ${test}`;
    if (isNearALink && !pairs.has(key)) found.set(key, { part, test });
  }
  return [...found.values()];
}
