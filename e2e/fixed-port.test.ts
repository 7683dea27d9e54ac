import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { bothModels, byNode, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise<unknown>((closed) => void server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('a port has a number');
  return address.port;
}

// Without a sandbox the runs share one network, and the first samples run side by side.
test('tests that listen on a fixed port do not fail each other where there is no sandbox', async () => {
  const listening = `import { createServer } from 'node:http';
test('serves', async () => {
  const server = createServer();
  await new Promise((done, fail) => void server.once('error', fail).listen(${await freePort()}, '127.0.0.1', done));
  await new Promise((later) => setTimeout(later, 700));
  server.close();
});
`;
  await using world = await actionWorld(bundle.action, {
    base: { 'test/half.test.mjs': halves.test + listening },
    config: (url) => halvesConfig(url, { spec: byNode, models: bothModels(url).slice(0, 1) }),
  });

  const run = await runCli(bundle.cli, { world, argv: ['check', ...rangeOf(world)] });

  expect(run.stderr).not.toContain('red on the base commit');
  expect(await world.result()).toMatchObject({
    verdicts: [{ base: { failed: 0 }, head: { failed: 0 } }],
  });
});
