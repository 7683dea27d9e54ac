import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halvesConfig } from '../src/testing/builders/halves.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

test('`--json` prints the content of result.json and nothing else on stdout, and what is left to say on stderr', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1) }),
  });
  const range = rangeOf(world);

  for (const command of ['check', 'report']) {
    const { code, stdout, stderr } = await runCli(bundle.cli, { world, argv: [command, ...range, '--json'] });

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(await world.result());
    expect(stderr).toContain('samples');
  }
  const night = await runCli(bundle.cli, { world, argv: ['audit', '--json'] });
  expect(night.code).toBe(0);
  expect(JSON.parse(night.stdout)).toEqual(await world.result());
  const argv = ['calibrate', '--samples', '10', '--json'];
  const calibrated = await runCli(bundle.cli, { world, argv });
  expect(JSON.parse(calibrated.stdout)).toEqual(
    expect.objectContaining({ samples: expect.any(Number), gate: expect.anything() }),
  );
});

test.each(['doctor', 'init'])('`%s`, which has no result, refuses `--json`', async (command) => {
  await using world = await actionWorld(bundle.action);

  const { code, stdout, stderr } = await runCli(bundle.cli, { world, argv: [command, '--json'] });

  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain("unknown option '--json'");
});
