import { expect, test } from '@jest/globals';
import { loadedInstead, traced } from './loaded-files.ts';

const root = '/t/tree';

function instead(written: readonly string[], ...loaded: readonly string[]): readonly string[] {
  const committed = [...written, 'test/half.test.mjs', 'conftest.py'];
  return loadedInstead(loaded.join('\n'), { root, written, committed });
}

test('what setup built of a generated file is found by its name', () => {
  expect(
    instead(['src/half.mjs'], `file://${root}/test/half.test.mjs`, `file://${root}/dist/half.mjs`, 'node:fs'),
  ).toEqual(['dist/half.mjs']);
});

test('so is an installed copy, in the tree or beside it', () => {
  expect(instead(['src/halves/half.py'], `${root}/.venv/lib/halves/half.py`)).toEqual([
    '.venv/lib/halves/half.py',
  ]);
  expect(instead(['src/halves/half.py'], '/usr/lib/site-packages/halves/half.py')).toEqual([
    '/usr/lib/site-packages/halves/half.py',
  ]);
});

test('a name that every package has is a copy only in a folder of the same name', () => {
  const others = [`${root}/.venv/lib/pytest/__init__.py`, `${root}/node_modules/vitest/index.js`];
  expect(instead(['halves/__init__.py', 'halves/index.js'], ...others)).toEqual([]);
  expect(instead(['halves/__init__.py'], ...others, `${root}/.venv/lib/halves/__init__.py`)).toEqual([
    '.venv/lib/halves/__init__.py',
  ]);
});

test('otherwise what was built in the tree is named, and neither packages nor committed files', () => {
  expect(
    instead(
      ['src/half.ts'],
      `file://${root}/build/bundle.js`,
      `file://${root}/node_modules/dep/main.js`,
      `${root}/conftest.py`,
      `${root}/src/half.ts`,
    ),
  ).toEqual(['build/bundle.js']);
});

test('a line that is no path is left out', () => {
  expect(instead(['src/half.mjs'], 'evalmachine.<anonymous>', 'node:half', '')).toEqual([]);
});

test('a traced command keeps its own variables and its exit code', () => {
  const { command, environment } = traced(
    { command: 'npm test # all', environment: { NODE_OPTIONS: '--x' } },
    { temporary: '/tmp/t', reports: '/tmp/r' },
  );

  expect(environment).toMatchObject({ NODE_OPTIONS: '--x', NODE_V8_COVERAGE: '/tmp/t/loaded-v8' });
  expect(command).toMatch(/^\(\nnpm test # all\n\)\ncode=\$\?\n[^]*\nexit \$code$/);
});
