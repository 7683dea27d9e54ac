import type { AdoptedRepository } from '../adopted-repository.ts';
import type { RepositoryFiles } from '../../../src/testing/temporary-repository.ts';

/** A file as JSON, as package managers write it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Tests of `half` for node:test. */
export function nodeTestOf(module: string): string {
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half } from '${module}';

test('halves even numbers', () => assert.equal(half(8), 4));
test('rounds half up', () => assert.equal(half(5), 3));
test('halves nothing', () => assert.equal(half(0), 0));
`;
}

/** Both readings of the spec, in JavaScript. */
export function halfIn(path: string): Pick<AdoptedRepository, 'right' | 'wrong'> {
  return {
    right: { path, content: 'export const half = (n) => Math.floor(n / 2 + 0.5);\n' },
    wrong: { path, content: 'export const half = (n) => Math.floor(n / 2);\n' },
  };
}

/** A workspace of two packages: `app` is tested, and needs `halves`, which is generated. */
export function twoPackages(dependsOn: string): RepositoryFiles {
  return {
    'packages/halves/package.json': json({
      name: '@example/halves',
      version: '1.0.0',
      type: 'module',
      exports: './src/half.js',
      scripts: { test: 'node --test' },
      devDependencies: { '@example/numbers': dependsOn },
    }),
    'packages/halves/src/half.js': halfIn('').right.content,
    // The numbers come from a package beside it, which only an installation links.
    'packages/halves/test/half.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { five } from '@example/numbers';
import { half } from '../src/half.js';

test('halves even numbers', () => assert.equal(half(8), 4));
test('rounds half up', () => assert.equal(half(five), 3));
test('halves nothing', () => assert.equal(half(0), 0));
`,
    'packages/numbers/package.json': json({
      name: '@example/numbers',
      version: '1.0.0',
      type: 'module',
      exports: './index.js',
    }),
    'packages/numbers/index.js': 'export const five = 5;\n',
  };
}
