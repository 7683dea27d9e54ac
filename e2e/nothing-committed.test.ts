import { expect, test } from '@jest/globals';
import { bothModels, careful, halves, halvesConfig, halvesFiles } from '../src/testing/builders/halves.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import type { RepositoryFiles } from '../src/testing/temporary-repository.ts';

const { 'src/half.mjs': _, ...withoutCode } = halvesFiles;

/** Which text each call of a run was asked about, in order; each run asks one model. */
async function askedOn(files: RepositoryFiles, command: string): Promise<string> {
  await using world = await actionWorld(bundle.action, {
    files,
    models: [careful],
    // Calls that need not wait for each other are all under way before the first one is answered.
    latencyMs: 500,
    config: (url) => halvesConfig(url, { spec: { test: command }, models: bothModels(url).slice(0, 1) }),
  });
  await world.run();
  return world.models.seen.map(({ body }) => (JSON.stringify(body).includes('half up') ? 'b' : 'h')).join('');
}

test('where no code is committed, the base is sampled first: changes of its tests are proved on what passes', async () => {
  expect(await askedOn(withoutCode, 'node test/half.test.mjs')).toMatch(/^b{3,}h{3,}/);
});

test('where no test file could be changed, the head does not wait for the base', async () => {
  const { 'test/half.test.mjs': __, ...withoutTests } = withoutCode;
  const files = { ...withoutTests, 'tool/check.txt': halves.test };
  const command = 'cp tool/check.txt src/check.mjs && node src/check.mjs';
  expect((await askedOn(files, command)).slice(0, 6)).toMatch(/^(?=.*b)(?=.*h)/);
});

test('where code is committed, both are asked at once', async () => {
  expect((await askedOn(halvesFiles, 'node test/half.test.mjs')).slice(0, 6)).toMatch(/^(?=.*b)(?=.*h)/);
});
