import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { careful, reader } from '../src/testing/builders/halves.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

test('calibrate prints both rates, draws only the samples that are not stored, and says the same again for nothing', async () => {
  await using world = await actionWorld(bundle.action, {
    // Right in three samples of four, whatever the text says.
    models: [careful, reader('simulated-hasty', ({ sample }) => sample % 4 !== 3)],
  });
  await runCli(bundle.cli, { world, argv: ['check', ...rangeOf(world)] });
  const stored = 2 * 5;
  const asked = world.models.requests.length;
  const argv = ['calibrate', '--head', world.base, '--samples', '12'];

  const first = await runCli(bundle.cli, { world, argv });

  expect(first.code).toBe(0);
  expect(world.models.requests).toHaveLength(asked + 2 * 12 - stored);
  const percent = String.raw`[\d.]+ % \[[\d.]+ %, [\d.]+ %\]`;
  expect(first.stdout).toMatch(/^Base against base, 24 samples of 2 specs on models:$/m);
  expect(first.stdout).toMatch(new RegExp(`this gate blocks ${percent} of changes that are none`));
  expect(first.stdout).toMatch(new RegExp(`"head passes fewer of 5 than base" would block ${percent}`));
  const [gate = 1, naive = 0] = [...first.stdout.matchAll(/([\d.]+) % \[/g)].map(([, rate]) => Number(rate));
  expect(gate).toBeLessThanOrEqual(5);
  expect(naive).toBeGreaterThan(gate);

  expect((await runCli(bundle.cli, { world, argv })).stdout).toBe(first.stdout);
  expect(world.models.requests).toHaveLength(asked + 2 * 12 - stored);
});

test('calibrate with too few samples to split is refused before a model is asked', async () => {
  await using world = await actionWorld(bundle.action);

  const { code, stderr } = await runCli(bundle.cli, { world, argv: ['calibrate', '--samples', '9'] });

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^CONFIG_INVALID: option `--samples` is `9`\. .*10/),
  });
  expect(world.models.requests).toEqual([]);
});
