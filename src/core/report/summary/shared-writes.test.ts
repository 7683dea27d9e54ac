import { expect, test } from '@jest/globals';
import { aChange, aVersion } from '../../../testing/builders/a-summary.ts';
import { sharedWrites } from './shared-writes.ts';
import type { SpecPair } from '../../specs/spec.ts';

test('specs that empty the same committed file are named with it', () => {
  const changes = [writing('a', ['src/x.mjs', 'src/a.mjs']), writing('b', ['src/x.mjs'])];

  expect(sharedWrites(changes)).toEqual([{ specs: ['a', 'b'], files: ['src/x.mjs'] }]);
});

test('the same specs are named once, whichever side has the file', () => {
  const base = { ...aVersion('b', 'base'), emptied: ['src/old.mjs'] };
  const changes = [writing('a', ['src/x.mjs', 'src/old.mjs']), { ...writing('b', ['src/x.mjs']), base }];

  expect(sharedWrites(changes)).toEqual([{ specs: ['a', 'b'], files: ['src/x.mjs', 'src/old.mjs'] }]);
});

test('specs with folders of their own, and a deleted one, share nothing', () => {
  const deleted = { ...writing('c', []), base: writing('c', ['src/a.mjs']).head, head: null };

  expect(sharedWrites([writing('a', ['src/a.mjs']), writing('b', ['src/b.mjs']), deleted])).toEqual([]);
});

function writing(name: string, emptied: readonly string[]): SpecPair {
  return { ...aChange({ name }), head: { ...aVersion(name, 'head'), emptied } };
}
