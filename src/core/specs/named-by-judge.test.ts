import { expect, test } from '@jest/globals';
import { namedByJudge } from './named-by-judge.ts';

const isNamed = namedByJudge({
  directory: 'web',
  commands: [
    'node --import ./tools/first.mjs -r helpers/second --config=conf/my.json scripts/run.mjs test/a.test.mjs',
  ],
  configs: [
    {
      path: 'web/jest.config.mjs',
      text: "export default { setupFiles: ['<rootDir>/test/setup.js', './lib/x.js'] };",
    },
    { path: 'web/pytest.ini', text: '[pytest]\naddopts = -p plugins.evil\n' },
  ],
});

test.each([
  { path: 'web/tools/first.mjs', isTest: false },
  { path: 'web/helpers/second.js', isTest: false },
  { path: 'web/conf/my.json', isTest: false },
  { path: 'web/scripts/run.mjs', isTest: false },
  { path: 'scripts/run.mjs', isTest: false },
  { path: 'web/test/setup.js', isTest: true },
  { path: 'web/lib/x.js', isTest: false },
  { path: 'web/plugins/evil.py', isTest: false },
  { path: 'web/plugins/evil/__init__.py', isTest: false },
])('$path is named by the command or a configuration', ({ path, isTest }) => {
  expect(isNamed({ path, isTest: () => isTest })).toBe(true);
});

test.each([
  { path: 'web/test/a.test.mjs', isTest: true },
  { path: 'web/src/half.mjs', isTest: false },
  { path: 'other/lib/x.js', isTest: false },
])('$path is not', ({ path, isTest }) => {
  expect(isNamed({ path, isTest: () => isTest })).toBe(false);
});

test.each([
  'node --test tests/half.test.mjs',
  'node --test tests/half.mjs',
  'pytest -q tests/half.py',
  'mocha --exit tests/half.js',
])('the test that `%s` runs is no judge of itself', (command) => {
  const path = command.split(' ').at(-1) ?? '';
  const named = namedByJudge({ directory: '.', commands: [command], configs: [] });

  expect(named({ path, isTest: () => true })).toBe(false);
});

test('a file that is run as a test is no judge even where a configuration names it', () => {
  const configs = [{ path: 'vitest.config.ts', text: "include: ['checks/a.test.ts', 'test_b.py']" }];
  const named = namedByJudge({ directory: '.', commands: [], configs });

  expect(named({ path: 'checks/a.test.ts', isTest: () => true })).toBe(false);
  expect(named({ path: 'test_b.py', isTest: () => true })).toBe(false);
});
