import { describe, expect, test } from '@jest/globals';
import type { Spec } from './spec.ts';
import { isRunnerConfiguration } from './runner-configuration.ts';
import { pathRules, protectedPatterns } from './writable.ts';

const spec = (writes: readonly string[]): Spec => ({
  name: 'a',
  files: ['SPEC.md'],
  instructions: [],
  writes,
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' },
  timeoutMs: null,
});

const steering = [
  'package.json',
  '.npmrc',
  'conftest.py',
  'sitecustomize.py',
  'jest.config.js',
  'jest.config.ts',
  'vitest.config.mts',
  'babel.config.cjs',
  '.babelrc',
  '.mocharc.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'Makefile',
  'makefile',
  'pytest.ini',
  'pyproject.toml',
  'setup.cfg',
  'evil.pth',
  '__mocks__/fs.js',
  'go.mod',
  'go.work',
];

describe.each(steering)('%s', (name) => {
  test('is out of reach of a wildcard, at any depth', () => {
    const { mayWrite } = pathRules(spec(['src/**']));
    expect(mayWrite(`src/${name}`)).toBe(false);
    expect(mayWrite(`src/deep/er/${name}`)).toBe(false);
    expect(pathRules(spec(['**'])).mayWrite(name)).toBe(false);
  });
});

test('a runner configuration that `writes` names may be written, and only that one', () => {
  const named = spec(['src/**', './src/package.json']);
  const { mayWrite } = pathRules(named);
  expect(mayWrite('src/package.json')).toBe(true);
  expect(mayWrite('src/deep/package.json')).toBe(false);
  expect(protectedPatterns(named)).not.toContain('**/package.json');
  expect(protectedPatterns(spec(['src/**']))).toContain('**/package.json');
});

test('ordinary sources are no configuration', () => {
  for (const path of ['src/index.js', 'src/config.ts', 'src/package.ts', 'src/makefiles.py', 'lib/setup.js'])
    expect(isRunnerConfiguration(path)).toBe(false);
});
