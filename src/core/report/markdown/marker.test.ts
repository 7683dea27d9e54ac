import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../../testing/builders/any-character.ts';
import { commentMarker, isCommentMarker } from './marker.ts';

test('any key makes a marker of one line that closes its comment once', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, minLength: 1, maxLength: 300 }), (key) => {
      expect(isCommentMarker(commentMarker(key))).toBe(true);
    }),
  );
});

test('different keys make different markers', () => {
  const keys = ['a b', 'a-b', 'a--b', 'a-%2Db', 'a', 'a-', '-->', 'x'.repeat(300), 'x'.repeat(301)];

  expect(new Set(keys.map((key) => commentMarker(key))).size).toBe(keys.length);
});
