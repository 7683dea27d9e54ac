import { expect, test } from '@jest/globals';
import { testedFolders } from './tested-folders.ts';

test('each folder of a changed source file is tested once, and nothing else is', () => {
  expect(
    testedFolders([
      'src/core/plan/arm.ts',
      'src/core/plan/question.test.ts',
      'src/inside/test-guard.cjs',
      'bench/engine.ts',
      'docs/comment.md',
      'e2e/gate.test.ts',
      'dist/chunks/chunk-A.js',
      'fixtures/wild/claims/a.ts',
    ]),
  ).toEqual(['bench', 'src/core/plan', 'src/inside']);
});

test('where no source file was changed there is no folder, so that all of core is tested', () => {
  expect(testedFolders(['README.md'])).toEqual([]);
});
