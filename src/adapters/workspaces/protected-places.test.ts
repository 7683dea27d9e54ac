import { expect, test } from '@jest/globals';
import { foldersAround, protectedPlaces } from './protected-places.ts';

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
  const files = paths.filter((path) => /SPEC|test/.test(path));
  const mixed = foldersAround(paths.filter((path) => !files.includes(path)));
  expect(protectedPlaces(files, mixed)).toEqual(['SPEC.md', 'src/a.test.js', 'tests', 'p/a']);
});
