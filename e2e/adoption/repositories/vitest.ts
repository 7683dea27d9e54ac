import lock from '../../../fixtures/wild/packages/vitest-3/package-lock.json' with { type: 'json' };
import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';
import { halfIn, json } from './javascript.ts';

const spec = 'specs/half/SPEC.md';
const code = 'src/half/index.js';

/** The lock file with the addresses that npm writes into one, so that it finds the packages in its cache. */
function lockOf(registry: string): unknown {
  const packages = Object.entries(lock.packages).map(([path, about]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (name === '' || !('version' in about)) return [path, about];
    return [
      path,
      { ...about, resolved: `${registry}/${name}/-/${name.split('/').at(-1)}-${about.version}.tgz` },
    ];
  });
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** The usual package: installed by `npm ci`, tested by vitest. */
export const vitestFrom = (registry: string): AdoptedRepository => ({
  name: 'vitest',
  needs: ['npm'],
  spec,
  files: {
    [spec]: specAbout(code),
    'package.json': json({
      name: lock.name,
      private: true,
      type: 'module',
      scripts: { test: 'vitest run' },
      dependencies: lock.packages[''].dependencies,
    }),
    'package-lock.json': json(lockOf(registry)),
    [code]: halfIn(code).right.content,
    'src/half/half.test.js': `import { describe, expect, test } from 'vitest';
import { half } from './index.js';

test('halves even numbers', () => expect(half(8)).toBe(4));
describe('rounding', () => {
  test('rounds half up', () => expect(half(5)).toBe(3));
});
test('halves nothing', () => expect(half(0)).toBe(0));
`,
    'vitest.config.js':
      "import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { include: ['src/**/*.test.js'] } });\n",
  },
  ...halfIn(code),
});
