import { expect, test } from '@jest/globals';
import type { SpecVersion } from './spec.ts';
import { emptiedPaths } from './writable.ts';
import { writesNotes } from './writes-notes.ts';

const committed = [
  'SPEC.md',
  'src/half.ts',
  'src/half.test.ts',
  'src/.env.example',
  'src/settings.yml',
  'src/notes/why.md',
  'src/Dockerfile',
  'package.json',
];

function notesOf(writes: readonly string[]): readonly string[] {
  const spec: SpecVersion['spec'] = {
    name: 'halves',
    files: ['SPEC.md'],
    writes,
    ...{ instructions: [], tests: [], context: [], directory: '.', setup: null, setupEnv: [] },
    ...{ writableDeps: [], test: 'npm test', results: { kind: 'auto' }, timeoutMs: null },
  };
  const version = { spec, commit: '', files: [], instructions: [], context: [] };
  return writesNotes({ ...version, emptied: emptiedPaths(committed, spec) }, committed).map(
    ({ text, isUsual }) => `${isUsual ? 'usual' : 'note'}: ${text}`,
  );
}

test('`writes` that match only code are not spoken about', () => {
  expect(notesOf(['src/half.ts'])).toEqual([]);
});

test('a glob that matches nothing is named, also beside one that matches', () => {
  expect(notesOf(['source/**', '!source/x.ts'])).toEqual([
    expect.stringContaining('note: no committed file matches `source/**` of `writes`'),
  ]);
  expect(notesOf(['src/half.ts', 'lib/*.ts'])).toEqual([expect.stringContaining('`lib/*.ts`')]);
});

test('tests that `writes` match stay, and are named', () => {
  expect(notesOf(['src/*.ts'])).toEqual([
    'usual: tests under `writes` stay as committed, and no model sees them: src/half.test.ts.',
  ]);
});

test('what looks like configuration or a document is named before it is emptied', () => {
  expect(notesOf(['src/**', '!src/*.test.ts'])).toEqual([
    expect.stringMatching(
      /^note: .*anew: src\/\.env\.example, src\/settings\.yml, src\/notes\/why\.md, src\/Dockerfile\..*`!src\/\.env\.example`/,
    ),
  ]);
});
