import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import type { RepositoryFiles } from '../src/testing/temporary-repository.ts';

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

const halvesPackage: RepositoryFiles = {
  'SPEC.md': halves.spec,
  'packages/halves/package.json': json({
    name: 'halves',
    version: '1.0.0',
    type: 'module',
    exports: './half.mjs',
  }),
  'packages/halves/half.mjs': halves.right,
};

const testOfApp = halves.test.replace('../src/half.mjs', 'halves');

// The test does not name the generated file: it reaches it through a link that setup makes.
test.each<[string, RepositoryFiles, string]>([
  [
    'npm workspaces',
    {
      'package.json': json({ name: 'root', private: true, workspaces: ['packages/*'] }),
      'packages/app/package.json': json({ name: 'app', version: '1.0.0', dependencies: { halves: '*' } }),
      'packages/app/half.test.mjs': testOfApp,
    },
    'node packages/app/half.test.mjs',
  ],
  [
    'a linked package',
    {
      'package.json': json({ name: 'app', private: true, dependencies: { halves: 'file:packages/halves' } }),
      'test/half.test.mjs': testOfApp,
    },
    'node test/half.test.mjs',
  ],
])('a wrong answer fails where the tests import it through %s', async (_, files, command) => {
  await using world = await actionWorld(bundle.action, {
    files: { ...halvesPackage, ...files },
    config: (url) =>
      halvesConfig(url, {
        spec: {
          setup: 'npm install --offline --no-audit --no-fund --no-update-notifier',
          test: command,
          writes: ['packages/halves/*.mjs'],
        },
        models: bothModels(url).slice(1),
      }),
    models: [
      {
        name: 'simulated-hasty',
        write: ({ specText }) => [
          {
            path: 'packages/halves/half.mjs',
            content: specText.includes('half up') ? halves.right : halves.wrong,
          },
        ],
      },
    ],
  });

  const run = await world.run();

  expect(run.log).not.toContain('::error::');
  expect(await world.result()).toMatchObject({
    verdicts: [
      {
        model: 'hasty',
        verdict: 'regressed',
        base: { passed: 3, failed: 0 },
        head: { passed: 0, failed: 3 },
        brokenTests: [expect.stringContaining('rounds half up')],
      },
    ],
  });
  expect(run.code).toBe(1);
});
