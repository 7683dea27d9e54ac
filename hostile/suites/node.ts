import { suiteOf } from './suite.ts';

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

const manifest = '{ "name": "halves", "private": true, "type": "module" }\n';
const shared = {
  generated: 'src/half.mjs',
  tests: 'test/half.test.mjs',
  right: 'export const half = (n) => Math.floor(n / 2 + 0.5);\n',
  timeoutSeconds: 4,
};

/** Node's own runner; its setup brings a dependency that attacks on files aim at. */
export const nodeTestSuite = suiteOf({
  ...shared,
  files: { 'package.json': manifest, 'test/half.test.mjs': nodeTests },
  spec: {
    writes: ['src/**'],
    test: 'node --test',
    setup:
      'mkdir -p node_modules/dep && echo "export default 1" > node_modules/dep/index.js && echo \'{"type":"module","name":"dep"}\' > node_modules/dep/package.json',
  },
});

/** A program of which only the exit code is known. */
export const exitCodeSuite = suiteOf({
  ...shared,
  files: { 'package.json': manifest, 'test/half.test.mjs': plainTests },
  spec: { writes: ['src/**'], test: 'node test/half.test.mjs', results: { kind: 'exit-code' } },
});
