import { expect, test } from '@jest/globals';
import { bundle } from '../src/testing/runs/bundle.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { startPassingProxy } from '../src/testing/doubles/passing-proxy.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';

test('GitHub is reached through the proxy that the environment names', async () => {
  await using proxy = await startPassingProxy();
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { rest: { samples: { looks: [2] }, gate: { 'fail-on': 'never' } } }),
  });

  // GitHub's packages ask no proxy for an address of loopback.
  const host = `github.example:${new URL(world.github.url).port}`;
  const { stderr } = await world.run({ env: { http_proxy: proxy.url, GITHUB_API_URL: `http://${host}` } });

  expect(stderr).toBe('');
  expect(world.github.comments(pullRequestNumber)).toHaveLength(1);
  expect(new Set(proxy.asked)).toEqual(new Set([host]));
});
