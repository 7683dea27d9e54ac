import type { ClauseMap } from '../../clause-map/clause-map.ts';

/** A map in `shrink.json`: which tests notice which parts. Parts are given by id. */
export function mapResult({ subjects, tests, rules, parts, groups, unmoved, links }: ClauseMap) {
  return {
    rules,
    subjects,
    tests,
    parts: parts.map(({ part, tokens, state, by }) => ({ id: part.id, tokens, state, noticedBy: by })),
    groups,
    unmoved,
    links,
  };
}
