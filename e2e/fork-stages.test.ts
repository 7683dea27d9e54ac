import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'fork-stages-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.coerce.string()).optional() }),
      ),
    }),
  ),
});

/** The inputs that the example sets. */
async function inputsOf(name: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(`.github/workflows/examples/${name}.yml`, 'utf8');
  const steps = Object.values(workflow.parse(parse(text)).jobs).flatMap((job) => job.steps);
  return steps.find(({ uses }) => uses?.startsWith('OWNER/') === true)?.with ?? {};
}

test('the first stage says what a check of the fork would take, asks no model and writes nothing to GitHub', async () => {
  await using world = await actionWorld(bundle.action);

  const run = await world.run({
    fixture: 'pull-request-from-fork-changed',
    keys: false,
    inputs: await inputsOf('forks-plan'),
  });

  expect(run.code).toBe(0);
  expect(run.outputs['conclusion']).toBe('neutral');
  expect(run.log).toMatch(/Plan: 2 questions, \d+ to \d+ generations/);
  expect(world.models.requests).toEqual([]);
  expect(world.github.comments(pullRequestNumber)).toEqual([]);
  expect(world.github.checkRuns()).toEqual([]);
});

test('the second stage compares the approved commit with the base in a sandbox, though the config asks for none', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), rest: { sandbox: 'none' } }),
  });
  const given = await inputsOf('forks-approved');

  const run = await world.run({
    event: { name: 'workflow_dispatch', payload: { inputs: { sha: world.head } } },
    // As the steps before would set them.
    inputs: { ...given, base: world.base, head: world.head },
    env: { RUNNER_TEMP: temporary },
  });

  expect(run.code).toBe(1);
  expect(await world.result()).toMatchObject({ settings: { sandbox: 'bubblewrap' } });
  expect(world.github.checkRuns()).toMatchObject([{ headSha: world.head, conclusion: 'failure' }]);
});
