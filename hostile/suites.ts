import type { Spec, SpecVersion } from '../src/core/specs/spec.ts';
import type { SuiteName } from './hostile-case.ts';

/** A repository with tests and one generated file, and the version of its spec except for the commit. */
export type Suite = {
  readonly files: Readonly<Record<string, string>>;
  readonly version: Omit<SpecVersion, 'commit'>;
  readonly generated: string;
};

const right = 'export const half = (n) => Math.floor(n / 2 + 0.5);\n';
const nodeTests = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half } from '../src/half.mjs';
test('halves even numbers', () => assert.equal(half(8), 4));
test('rounds half up', () => assert.equal(half(5), 3));
test('halves nothing', () => assert.equal(half(0), 0));
`;
const plainTests = `import assert from 'node:assert/strict';
import { half } from '../src/half.mjs';
assert.equal(half(8), 4);
assert.equal(half(5), 3);
`;

const files = {
  'SPEC.md': '# Halves\n',
  'package.json': '{ "name": "halves", "private": true, "type": "module" }\n',
  'src/half.mjs': right,
};

const setup =
  'mkdir -p node_modules/dep && echo "export default 1" > node_modules/dep/index.js && echo \'{"type":"module","name":"dep"}\' > node_modules/dep/package.json';

/** Each suite by its name. */
export const suites: Readonly<Record<SuiteName, Suite>> = {
  'node-test': {
    files: { ...files, 'test/half.test.mjs': nodeTests },
    version: aVersion({ test: 'node --test', setup }),
    generated: 'src/half.mjs',
  },
  'exit-code': {
    files: { ...files, 'test/half.test.mjs': plainTests },
    version: aVersion({ test: 'node test/half.test.mjs', results: { kind: 'exit-code' } }),
    generated: 'src/half.mjs',
  },
};

function aVersion(more: Partial<Spec>): Omit<SpecVersion, 'commit'> {
  return {
    spec: {
      name: 'halves',
      files: ['SPEC.md'],
      instructions: [],
      writes: ['src/**'],
      tests: [],
      context: [],
      directory: '.',
      setup: null,
      setupEnv: [],
      writableDeps: [],
      test: 'node --test',
      results: { kind: 'auto' },
      timeoutMs: null,
      ...more,
    },
    files: [],
    instructions: [],
    context: [],
    emptied: ['src/half.mjs'],
  };
}
