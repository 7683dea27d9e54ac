import { expect, test } from '@jest/globals';
import { protectedPlaces } from './protected-places.ts';

test('a folder that holds nothing but protected files is one place, single files elsewhere are their own', () => {
  const paths = [
    'SPEC.md',
    'src/a.js',
    'src/a.test.js',
    'tests/a.py',
    'tests/deep/b.py',
    'p/a/tests/c.py',
    'p/b.js',
  ];
  const isProtected = (path: string): boolean => /SPEC|test/.test(path);
  expect(protectedPlaces(paths, isProtected)).toEqual(['SPEC.md', 'src/a.test.js', 'tests', 'p/a']);
});
