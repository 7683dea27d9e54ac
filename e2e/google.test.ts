import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bothModels, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';

const key = 'AIza-canary-of-the-e2e-run-0123456789';

async function filesThatHold(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held = await Promise.all(
    files.map(async (file) => ((await readFile(file)).includes(text) ? [file] : [])),
  );
  return held.flat();
}

test('a model at Google is asked in its own format, its regression is found, and its key reaches no disk', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).map((model) =>
          model['id'] === 'hasty' ? { ...model, provider: 'google', 'base-url': url, effort: 'low' } : model,
        ),
      }),
  });

  const run = await world.run({ env: { GEMINI_API_KEY: key } });

  expect(run.code).toBe(1);
  expect(JSON.parse(run.outputs['verdicts'] ?? '')).toMatchObject([
    { model: 'careful', verdict: 'held' },
    { model: 'hasty', verdict: 'regressed' },
  ]);
  expect(world.github.comments(pullRequestNumber)).toMatchObject([
    { body: expect.stringContaining('`test/half.test.mjs > rounds half up`') },
  ]);
  const asked = world.models.seen.filter(({ model }) => model === 'simulated-hasty');
  const paths = asked.map(({ path }) => path);
  expect(new Set(paths)).toEqual(new Set(['/v1beta/models/simulated-hasty:streamGenerateContent']));
  expect(new Set(asked.map(({ headers }) => headers['x-goog-api-key']))).toEqual(new Set([key]));
  expect(asked[0]?.body).toMatchObject({ generationConfig: { thinkingConfig: { thinkingLevel: 'low' } } });
  const others = world.models.seen.filter(({ model }) => model !== 'simulated-hasty');
  expect(JSON.stringify([asked.map(({ body }) => body), others])).not.toContain(key);
  // Records, report, repository and everything else that the run left.
  expect(await filesThatHold(world.repository.directory, 'simulated-hasty')).not.toEqual([]);
  expect(await filesThatHold(world.repository.directory, key)).toEqual([]);
  expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(key);
  expect(
    JSON.stringify([run.outputs, run.jobSummary, world.github.comments(pullRequestNumber)]),
  ).not.toContain(key);
});
