import { describe, expect, test } from '@jest/globals';
import { aSpec, aVersion } from '../../testing/builders/a-question.ts';
import { emptiedHelpers, emptiedHelpersNote, helpersByName } from './emptied-helpers.ts';

/** The helpers that are found where these tests import from these emptied files. */
function found(
  emptied: readonly string[],
  tests: Readonly<Record<string, string>>,
  spec = 'Half of a number, rounded up.\n',
): readonly string[] {
  const version = { ...aVersion('head'), emptied, files: [{ path: 'SPEC.md', text: spec }] };
  const files = Object.entries(tests).map(([path, text]) => ({ path, text }));
  return emptiedHelpers(version, files).map(({ test: importer, helper }) => `${importer} ${helper}`);
}

describe('a helper of tests that is emptied with the code', () => {
  test.each([
    ["import { eq } from '../src/testing.mjs';", 'src/testing.mjs'],
    ["const { eq } = require('../src/test-utils');", 'src/test-utils.js'],
    ["import '../src/fixtures/orders.js';", 'src/fixtures/orders.ts'],
    ["const { eq } = await import('../src/mocks');", 'src/mocks/index.ts'],
    ["import { anOrder } from '../src/orderFixtures';", 'src/orderFixtures.ts'],
  ])('is found by its name and the import: %s', (line, helper) => {
    const text = `import { half } from '../src/half.mjs';\n${line}\n`;

    expect(found(['src/half.mjs', helper], { 'test/half.test.mjs': text })).toEqual([
      `test/half.test.mjs ${helper}`,
    ]);
  });

  test.each([
    ['from slugger.testing import eq', 'src/slugger/testing.py'],
    ['from slugger import slugify, helpers', 'src/slugger/helpers.py'],
    ['import slugger.mocks.clock', 'slugger/mocks/clock.py'],
  ])('is found in Python: %s', (line, helper) => {
    const folder = helper.startsWith('src/') ? 'src/slugger' : 'slugger';
    const text = `from slugger import slugify\n${line}\n`;

    expect(found([`${folder}/__init__.py`, helper], { 'tests/test_slugify.py': text })).toEqual([
      `tests/test_slugify.py ${helper}`,
    ]);
  });

  test.each([
    ['a test imports it alone, so it is the code under test', ['src/helpers.mjs'], '../src/helpers.mjs'],
    ['its name says nothing', ['src/half.mjs', 'src/round.mjs'], '../src/round.mjs'],
    ['no test imports it', ['src/half.mjs', 'src/testing.mjs'], './own.mjs'],
    ['the path leads elsewhere', ['src/half.mjs', 'src/testing.mjs'], '../../src/testing.mjs'],
  ])('is not seen where %s', (_, emptied, path) => {
    const isAlone = emptied.length === 1;
    const text = `${isAlone ? '' : "import { half } from '../src/half.mjs';\n"}import { x } from '${path}';\n`;

    expect(found(emptied, { 'test/half.test.mjs': text })).toEqual([]);
  });

  test('is not seen where another test tests it, or the spec names it', () => {
    const emptied = ['src/half.mjs', 'src/helpers.mjs'];
    const both = "import { half } from '../src/half.mjs';\nimport { clamp } from '../src/helpers.mjs';\n";
    const alone = "import { clamp } from '../src/helpers.mjs';\n";

    expect(found(emptied, { 'test/half.test.mjs': both })).toHaveLength(1);
    expect(found(emptied, { 'test/half.test.mjs': both, 'test/helpers.test.mjs': alone })).toEqual([]);
    expect(found(emptied, { 'test/half.test.mjs': both }, 'Put `clamp` in src/helpers.mjs.\n')).toEqual([]);
    expect(found(emptied, { 'test/half.test.mjs': both }, '## Helpers\n')).toEqual([]);
  });
});

test('tests are read only where an emptied file has such a name', () => {
  expect(helpersByName(['src/half.mjs', 'src/latest.mjs', 'src/setting.mjs', 'src/contesting/a.ts'])).toEqual(
    [],
  );
  expect(helpersByName(['src/testing/eq.mjs'])).toEqual(['src/testing/eq.mjs']);
});

test('the reader is told the test, the file and the way out', () => {
  const spec = aSpec({ name: 'half' });
  const helpers = [
    { test: 'test/half.test.mjs', helper: 'src/testing.mjs' },
    { test: 'test/other.test.mjs', helper: 'src/testing.mjs' },
  ];

  expect(emptiedHelpersNote(aVersion('head', { spec, helpers }))).toBe(
    'test/half.test.mjs imports src/testing.mjs, which is emptied before each generation of half; without it the test cannot run. If the spec does not describe it, exclude it with `!src/testing.mjs` under `writes`.',
  );
  expect(emptiedHelpersNote(aVersion('head'))).toBeNull();
});
