import type { ChangedPart, ChangeMap } from '../../clause-map/change-map.ts';
import type { Noticed, Notice } from '../../clause-map/noticing.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { disagreeing, placeOf } from './map-words.ts';
import { joinNames, nameTest } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import { count } from './wording.ts';

/** What a map says of a changed part that no test moves with, in few words. */
export const unmovedWords: Readonly<Record<Exclude<Noticed, 'noticed'>, string>> = {
  unnoticed: 'no test notices this change',
  'unnoticed-together': 'no test notices this change beside others',
  'not-judged': 'not judged',
};

/**
 * What tests say of changed words beyond those that a verdict goes back to: other words that break tests, words that tests
 * need, words that nothing notices, links that do not hold. Empty if there is nothing of it.
 */
export function changeMapLine({ maps = [], words: found = [] }: PortabilitySummary): Phrases {
  const blamed = new Set(found.flatMap(({ parts }) => parts.map(({ part }) => part.id)));
  const said = maps.flatMap((map) => saidOf(map, blamed));
  if (said.length === 0) return [];
  return [
    ...words('Tests and words: '),
    ...said.flatMap((phrases, index) => (index === 0 ? phrases : [...words('; '), ...phrases])),
    ...words('.'),
  ];
}

// The page has all of them.
const shown = 3;

function saidOf(map: ChangeMap, blamed: ReadonlySet<string>): readonly Phrases[] {
  const breaking = map.parts.filter(({ part, breaks }) => breaks.length > 0 && !blamed.has(part.id));
  const needed = map.parts.filter(({ needs }) => needs.length > 0);
  const inState = (state: Noticed): number => map.parts.filter((each) => each.state === state).length;
  const [alone, together, links] = [
    inState('unnoticed'),
    inState('unnoticed-together'),
    disagreeing(map).length,
  ];
  return [
    ...linked(breaking, 'also breaks', ({ breaks }) => breaks),
    ...linked(needed, 'is needed by', ({ needs }) => needs),
    ...(alone === 0 ? [] : [words(`${count(alone, 'changed part')} that no test notices`)]),
    ...(together === 0
      ? []
      : [words(`${count(together, 'changed part')} that no test notices beside the others`)]),
    ...(links === 0
      ? []
      : [words(`${count(links, 'stated link')} from a changed part to a test that does not notice it`)]),
  ];
}

function linked(
  parts: readonly ChangedPart[],
  said: string,
  of: (part: ChangedPart) => readonly Notice[],
): readonly Phrases[] {
  const rest = parts.length - shown;
  return [
    ...parts
      .slice(0, shown)
      .map((each) => [...code(placeOf(each), 160), ...words(` ${said} `), ...testNames(of(each))]),
    ...(rest > 0 ? [words(`the same of ${count(rest, 'more part')}`)] : []),
  ];
}

function testNames(notices: readonly Notice[]): Phrases {
  const tests = [...new Set(notices.map(({ test }) => test))];
  return joinNames(
    tests.map((test) => nameTest(test)),
    shown,
  );
}
