import { describe, expect, test } from '@jest/globals';
import type { SimulatedModel } from '../src/adapters/simulated/simulated-model.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byNode, halves, halvesConfig, halvesFiles } from '../src/testing/builders/halves.ts';

const withoutCode = Object.fromEntries(
  Object.entries(halvesFiles).filter(([path]) => path !== 'src/half.mjs'),
);

/** The only model gives this code. */
const giving = (content: string): readonly SimulatedModel[] => [
  { name: 'simulated-careful', write: () => [{ path: 'src/half.mjs', content }] },
];

const oneModel =
  (test: string) =>
  (url: string): string =>
    halvesConfig(url, { spec: { test }, models: bothModels(url).slice(0, 1) });

describe('code that ends the tests with 0 before they fail', () => {
  test.each([
    ['at import', `${halves.wrong}process.exit(0);\n`],
    ['in a test', 'export const half = (n) => { if (n === 5) process.exit(0); return n / 2; };\n'],
  ])('is not counted as passed where no code is committed: %s', async (_, content) => {
    await using world = await actionWorld(bundle.action, {
      files: withoutCode,
      config: oneModel('node --test'),
      models: giving(content),
    });

    await world.run();

    const result = JSON.stringify(await world.result());
    expect(result).not.toMatch(/"passed":[1-9]/);
    expect(world.models.requests.length).toBeGreaterThan(0);
  });
});

describe('tests that are made from data', () => {
  const suite = `import assert from 'node:assert/strict'; import { readFileSync } from 'node:fs'; import { test } from 'node:test'; import { half } from '../src/half.mjs';
for (const [n, h] of JSON.parse(readFileSync(new URL('../examples.json', import.meta.url)))) test(\`half of \${n}\`, () => assert.equal(half(n), h));
`;
  test.each([
    ['went', '[[8,4],[5,3],[0,0]]', '[[8,4],[5,3]]'],
    ['came', '[[8,4],[5,3]]', '[[8,4],[5,3],[0,0]]'],
  ])('neither make a model fail nor pass because a row %s', async (_, before, after) => {
    await using world = await actionWorld(bundle.action, {
      base: { 'test/half.test.mjs': suite, 'examples.json': before },
      head: async (repository) =>
        repository.write({ 'SPEC.md': `${halves.spec}\nMore.\n`, 'examples.json': after }),
      config: oneModel(byNode.test),
      models: giving(halves.right),
    });

    expect((await world.run()).code).toBe(0);

    expect(await world.result()).toMatchObject({ verdicts: [{ verdict: 'held' }] });
  });
});

test('a suite that passes and leaves no report where one is due is refused before any call', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { spec: { results: 'junit' } }),
  });

  const run = await world.run();

  expect(run.code).toBe(2);
  expect(run.log).toContain('RESULTS_NOT_FOUND');
  expect(run.log).toContain('to `junit` (`results`)');
  expect(world.models.requests).toEqual([]);
});
