import type { Part } from '../parts/part.ts';
import { ownNumber, requirementNumber } from '../parts/requirement-number.ts';
import { aboutOf, headingText, sectionOf } from './section-of.ts';
import type { LinkMark, NamedTest } from './link-mark.ts';

/** Numbers of requirements that tests have in their names. */
export function linksByNumber(parts: readonly Part[]): readonly LinkMark[] {
  return [...numberedParts(parts), ...criteria(parts)];
}

function numberedParts(parts: readonly Part[]): readonly LinkMark[] {
  const defined = new Map<string, string[]>();
  const mentioned = new Map<string, string[]>();
  for (const part of parts) {
    const own = ownNumber(part.present);
    const about = aboutOf(part, parts);
    if (own !== undefined) added(defined, own, about);
    for (const [each] of part.present.matchAll(requirementNumber)) added(mentioned, each, about);
  }
  return [...mentioned].map(([mark, about]) => {
    const inName = new RegExp(`(?<![a-z0-9])${mark.replace(/[-.]/g, '[-_. ]?')}(?!\\.?\\d)`, 'i');
    return { mark, parts: [...new Set(defined.get(mark) ?? about)], names: ({ id }) => inName.test(id) };
  });
}

function added(to: Map<string, string[]>, key: string, ids: readonly string[]): void {
  to.set(key, [...(to.get(key) ?? []), ...ids]);
}

// Kiro: `### Requirement 1` holds a numbered list of criteria, and tests say `Requirements 1.2, 1.3`.
function criteria(parts: readonly Part[]): readonly LinkMark[] {
  return parts.flatMap((part) => {
    const requirement =
      part.kind === 'heading' ? /^requirement (\d{1,4})\b/i.exec(headingText(part))?.[1] : undefined;
    if (requirement === undefined) return [];
    return sectionOf(part, parts).flatMap(({ id, present }) => {
      const item = /^\s*(?:\d{1,4}\.)?(\d{1,4})[.)]?\s/.exec(present)?.[1];
      const mark = `${requirement}.${item}`;
      return item === undefined
        ? []
        : [
            {
              mark: `Requirement ${mark}`,
              parts: [id],
              names: ({ id: test }: NamedTest) => criteriaIn(test).has(mark),
            },
          ];
    });
  });
}

function criteriaIn(test: string): ReadonlySet<string> {
  const lists = test.matchAll(/\breq(?:uirement)?s?[ _:-]*((?:\d{1,4}[._]\d{1,4}(?:\s*,\s*|\s+and\s+)?)+)/gi);
  return new Set(
    [...lists]
      .flatMap(([, list = '']) => list.match(/\d+[._]\d+/g) ?? [])
      .map((each) => each.replace('_', '.')),
  );
}
