import { expect, test as it } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halves, halvesConfig } from '../src/testing/builders/halves.ts';

// Without a test file that could be changed, the first spec is measured long before the second one is seen to be a mistake.
const files = { 'SPEC.md': halves.spec, 'src/half.mjs': halves.right };
const test = 'grep -q floor src/half.mjs';
const spec = { name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], test, results: 'exit-code' };

it.each([
  {
    what: 'a test command that says nothing',
    code: 'NO_TEST_NAMED',
    second: { test: 'sleep 5; exit 1', results: 'auto' },
  },
  { what: 'a setup that fails', code: 'SETUP_FAILED', second: { setup: 'sleep 5; exit 3' } },
])('no model is asked while $what may still end the check', async ({ code, second }) => {
  const other = { ...spec, name: 'other', spec: ['OTHER.md'], writes: ['lib/**'], ...second };
  await using world = await actionWorld(bundle.action, {
    files,
    base: { 'OTHER.md': halves.spec, 'lib/half.mjs': halves.right },
    head: (repository) => repository.write({ 'SPEC.md': halves.reworded, 'OTHER.md': halves.reworded }),
    config: (url) => halvesConfig(url, { specs: [spec, other] }),
  });

  const run = await world.run();

  expect(world.models.requests).toEqual([]);
  expect(run.code).toBe(2);
  expect(run.log).toContain(`::error::${code}: `);
});
