import { expect, test } from '@jest/globals';
import { aVersion } from '../../testing/builders/a-question.ts';
import { emptyFilesNote } from './empty-files.ts';

test('a spec that is committed without a word is told before any call, and one with words is not', () => {
  const files = [
    { path: 'SPEC.md', text: ' \n\n' },
    { path: 'design.md', text: 'Round half up.\n' },
  ];

  expect(emptyFilesNote(aVersion('head', { files }))).toBe(
    'SPEC.md of the spec duration is empty, so no model learns anything from there.',
  );
  expect(emptyFilesNote(aVersion('head'))).toBeNull();
});
