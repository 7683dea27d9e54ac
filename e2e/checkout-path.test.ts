import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byShell, halves, halvesConfig, halvesFiles } from '../src/testing/builders/halves.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';

test('a checkout under a `path`, sparse and with a filter, is checked from a working directory in it', async () => {
  await using world = await actionWorld(bundle.action, {
    files: {
      '.gitattributes': '*.mjs filter=absent\n',
      'app/SPEC.md': halves.spec,
      'app/src/half.mjs': halves.right,
      'app/test/half.test.mjs': halves.test,
      'app/test/quick.sh': halvesFiles['test/quick.sh'] ?? '',
    },
    config: (url) => {
      const spec = { ...byShell, spec: ['app/SPEC.md'], writes: ['app/src/**'] };
      return halvesConfig(url, { spec, models: bothModels(url).slice(0, 1) });
    },
    head: async (repository) => repository.write({ 'app/SPEC.md': halves.reworded }),
    models: [
      {
        name: 'simulated-careful',
        write: ({ sample }) => [{ path: 'app/src/half.mjs', content: `// ${sample}\n${halves.right}` }],
      },
    ],
  });
  const { repository } = world;
  await using workspace = await temporaryFolder();
  const own = join(workspace.path, 'code');
  const options = ['--quiet', '--sparse'];
  await repository.git('clone', ...options, repository.directory, own);
  await repository.git('clone', '--quiet', repository.directory, join(workspace.path, 'tools'));
  await repository.git(
    '-C',
    own,
    'remote',
    'set-url',
    'origin',
    'https://github.example/Codertocat/Hello-World',
  );
  for (const [key, value] of Object.entries({ smudge: 'false', clean: 'false', required: 'true' }))
    await repository.git('-C', own, 'config', `filter.absent.${key}`, value);

  const run = await world.run({
    workspace: workspace.path,
    inputs: { 'working-directory': 'code/app' },
  });

  expect(run.code).toBe(0);
  const result = join(workspace.path, '.spec-portability/report/result.json');
  expect(JSON.parse(await readFile(result, 'utf8'))).toMatchObject({
    verdicts: [{ verdict: 'held', head: { passed: 5, failed: 0 } }],
  });
});
