import { expect, test } from '@jest/globals';
import common from 'highlight.js/lib/common';
import { languageOf } from './highlight.ts';
import { languages } from './highlight-languages.ts';

test.each(Object.keys(languages))(
  '%s is known by the names and holds the languages that the library says',
  (name) => {
    const { aliases = [], ...grammar } = common.getLanguage(name) ?? {};
    expect(languages[name]?.aliases).toEqual(aliases);
    expect(languages[name]?.holds.toSorted()).toEqual([...heldBy(grammar)].toSorted());
  },
);

test('every language that the library calls common is known', () => {
  expect(Object.keys(languages)).toEqual(common.listLanguages());
});

test('the end of a file name says its language', () => {
  expect(['a.mjs', 'b.CTS', 'c/d.html', 'e.zig', 'Makefile'].map(languageOf)).toEqual([
    'javascript',
    'typescript',
    'xml',
    null,
    null,
  ]);
});

/** The common languages that a grammar hands a part of its text to. */
function heldBy(grammar: object): ReadonlySet<string> {
  const held = new Set<string>();
  const modes = new Set<object>([grammar]);
  // A set that grows is walked to its end.
  for (const mode of modes)
    for (const [key, value] of Object.entries(mode)) {
      if (key === 'subLanguage') [value].flat().forEach((name) => common.getLanguage(name) && held.add(name));
      if (typeof value === 'object' && value !== null) modes.add(value);
    }
  return held;
}
