import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { randomVersions, splitSentences } from '../../testing/parts/proof-of-subsets.ts';
import { hunksBetween } from '../specs/hunks.ts';
import { cutChange } from './cut-change.ts';
import { textsWith } from './texts-with.ts';

const names = ['whenwords', 'symphony', 'toon-format'];

test.each(names)('whatever is left out of %s, the tree of the rest is the full tree without it', (name) => {
  const versions = [...randomVersions(textOf(name, 'SPEC.md'), { count: 200, span: 20 })];
  expect(versions).toHaveLength(200);
  const different = versions.filter(({ read, expected }) => !isDeepStrictEqual(read, expected));
  expect(different.slice(0, 1)).toEqual([]);
});

test.each(names)('no sentence of %s is split', (name) => {
  expect(splitSentences(textOf(name, 'SPEC.md'))).toEqual([]);
});

test.each(names)('the last commit of %s is found again in its parts, hunk by hunk', (name) => {
  const base = [{ path: 'SPEC.md', text: textOf(name, 'SPEC.before.md') }];
  const head = [{ path: 'SPEC.md', text: textOf(name, 'SPEC.md') }];
  const hunks = hunksBetween(base, head, new Map());
  const cut = cutChange(
    aChange({ base: aVersion('base', { files: base }), head: aVersion('head', { files: head }), hunks }),
  );
  expect(cut.parts.length).toBeGreaterThan(0);
  for (const { headStart } of hunks)
    expect(cut.parts.some(({ lines }) => lines[0] <= headStart + 1 && lines[1] >= headStart - 1)).toBe(true);
  expect(textsWith(cut, () => true)).toEqual(head);
  expect(textsWith(cut, () => false)).toEqual(base);
});

function textOf(name: string, file: string): string {
  return readFileSync(new URL(`../../../fixtures/spec-texts/${name}/${file}`, import.meta.url), 'utf8');
}
