import { suiteOf } from './suite.ts';

const commonJs = {
  generated: 'src/half.js',
  right: 'exports.half = (n) => Math.floor(n / 2 + 0.5);\n',
  timeoutSeconds: 12,
};

/** Jest 29. */
export const jestSuite = suiteOf({
  ...commonJs,
  tests: 'test/half.test.js',
  files: {
    'package.json': '{ "name": "halves", "private": true }\n',
    'test/half.test.js': `const { half } = require('../src/half.js');
test('halves even numbers', () => expect(half(8)).toBe(4));
test('rounds half up', () => expect(half(5)).toEqual(3));
test('halves nothing', () => expect(half(0)).toBe(0));
`,
  },
  spec: { test: 'npx jest', setup: 'install-jest' },
});

/** Vitest 3. */
export const vitestSuite = suiteOf({
  generated: 'src/half.js',
  tests: 'test/half.test.js',
  right: 'export const half = (n) => Math.floor(n / 2 + 0.5);\n',
  timeoutSeconds: 12,
  files: {
    'package.json': '{ "name": "halves", "private": true, "type": "module" }\n',
    'test/half.test.js': `import { expect, test } from 'vitest';
import { half } from '../src/half.js';
test('halves even numbers', () => expect(half(8)).toBe(4));
test('rounds half up', () => expect(half(5)).toEqual(3));
test('halves nothing', () => expect(half(0)).toBe(0));
`,
  },
  spec: { test: 'npx vitest run', setup: 'install-vitest-3' },
});

/** Mocha 10 with Node's assert. */
export const mochaSuite = suiteOf({
  ...commonJs,
  tests: 'test/half.js',
  files: {
    'package.json': '{ "name": "halves", "private": true }\n',
    'test/half.js': `const assert = require('node:assert/strict');
const { half } = require('../src/half.js');
it('halves even numbers', () => assert.equal(half(8), 4));
it('rounds half up', () => assert.deepEqual([half(5)], [3]));
it('halves nothing', () => assert.equal(half(0), 0));
`,
  },
  spec: { test: 'npx mocha', setup: 'install-mocha' },
});
