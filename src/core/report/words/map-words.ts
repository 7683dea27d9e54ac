import type { ClauseMap, MappedPart } from '../../clause-map/clause-map.ts';
import type { ComparedLink } from '../../clause-map/compared-links.ts';
import type { Notice, Noticed } from '../../clause-map/noticing.ts';
import { joinNames, nameTest } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import { count } from './wording.ts';

/** What a map says of a part, in few words. */
export const noticedWords: Readonly<Record<Noticed, string>> = {
  noticed: 'noticed',
  unnoticed: 'nothing notices it',
  'unnoticed-together': 'nothing notices that it and others are missing',
  'not-judged': 'not judged',
};

/** What a map asks for in one line; empty if it asks for nothing. */
export function mapLine(map: ClauseMap): Phrases {
  const inState = (state: Noticed): number => map.parts.filter((each) => each.state === state).length;
  const [alone, together] = [inState('unnoticed'), inState('unnoticed-together')];
  const unfounded = disagreeing(map).length;
  const said = [
    ...(alone === 0 ? [] : [`${count(alone, 'part')} that no test notices`]),
    ...(together === 0
      ? []
      : [`${count(together, 'part')} that no test notices when others are missing as well`]),
    ...(map.unmoved.length === 0 ? [] : [`${count(map.unmoved.length, 'test')} that no missing part moves`]),
    ...(unfounded === 0 ? [] : [`${count(unfounded, 'link')} from a part to a test that does not notice it`]),
  ];
  return said.length === 0 ? [] : words(`Tests and words: ${said.join('; ')}.`);
}

/** Parts and links of a map, whatever its parts say besides. */
type Linked = Pick<ClauseMap, 'links'> & { readonly parts: readonly Pick<MappedPart, 'part'>[] };

/**
 * Links that the text states and the samples speak against, and links that were measured and are not stated, a sentence
 * each. What agrees is not repeated.
 */
export function disagreements(map: Linked): readonly Phrases[] {
  const byId = new Map(map.parts.map((each) => [each.part.id, each] as const));
  const unfounded = disagreeing(map).map(({ mark, test, measured }) => [
    ...words('Linked by '),
    ...code(mark, 120),
    ...words(' to '),
    ...nameTest(test),
    ...words(`, but ${notNoticed[measured]}`),
  ]);
  const unstated = map.links.unstated.flatMap(({ part, test }) => {
    const mapped = byId.get(part);
    if (mapped === undefined) return [];
    const place = code(placeOf(mapped), 160);
    return [[...nameTest(test), ...words(' notices '), ...place, ...words(', but is not linked to it')]];
  });
  return [...unfounded, ...unstated].slice(0, 50);
}

/** The file and lines of a part. */
export function placeOf({ part: { file, lines } }: Pick<MappedPart, 'part'>): string {
  return `${file}:${lines[0]}${lines[1] === lines[0] ? '' : `-${lines[1]}`}`;
}

const notNoticed: Readonly<Record<ComparedLink['measured'], string>> = {
  ...noticedWords,
  unnoticed: 'this test does not notice that it is missing',
  'unnoticed-together': 'this test does not notice that it and others are missing',
};

/** Stated links that the samples speak against. */
export function disagreeing({ links }: Pick<ClauseMap, 'links'>): readonly ComparedLink[] {
  return links.stated.filter(({ measured }) => measured === 'unnoticed' || measured === 'unnoticed-together');
}

/** Which tests notice a part, and where; otherwise what is known of it. */
export function noticedBy({ state, by }: MappedPart, max = 3): Phrases {
  if (by.length === 0) return words(noticedWords[state]);
  const tests = [...new Set(by.map(({ test }) => test))];
  const models = [...new Set(by.map(({ on }) => on.model))];
  return [
    ...joinNames(
      tests.map((test) => nameTest(test)),
      max,
    ),
    ...words(' on '),
    ...joinNames(
      models.map((model) => code(model, 80)),
      max,
    ),
  ];
}

/** The tests that nothing which was tried moves, by name; empty = there are none. */
export function unmovedLine({ unmoved }: Pick<ClauseMap, 'unmoved'>, tried: 'missing' | 'changed'): Phrases {
  if (unmoved.length === 0) return [];
  const names = joinNames(
    unmoved.map((test) => nameTest(test)),
    10,
  );
  return tried === 'missing'
    ? [
        ...words('No missing part moves '),
        ...names,
        ...words(': what they ask for is not in the text, or the models know it anyway.'),
      ]
    : [...words('No changed part moves '), ...names, ...words('.')];
}

/** Where a test notices a part: the models, with the spec where several are measured. */
export function subjectNames(on: readonly Notice['on'][]): Phrases {
  const isOneSpec = new Set(on.map(({ spec }) => spec)).size < 2;
  return joinNames(
    on.map(({ spec, model }) => [
      ...code(model, 80),
      ...(isOneSpec ? [] : [...words(' of '), ...code(spec, 80)]),
    ]),
    10,
  );
}
