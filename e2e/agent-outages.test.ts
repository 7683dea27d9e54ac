import { chmod, cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { byShell, careful, halves, halvesFiles } from '../src/testing/builders/halves.ts';
import { startAgentDouble } from '../src/testing/doubles/agent-double.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';

const side = z.object({ passed: z.number(), failed: z.number(), unmeasured: z.number() });
const results = z.object({
  verdicts: z.array(
    z.object({ verdict: z.string(), base: side, head: side, brokenTests: z.array(z.string()) }),
  ),
});

/** A check whose vendor fails with this status from one call on; the agent leaves wrong code and exits with 0. */
async function checkInStorm(status: number, from: number) {
  await using double = await startAgentDouble([careful], {
    specPath: 'SPEC.md',
    isSpec: (text) => text.includes('# Halves'),
    faults: (call) => (call >= from ? status : null),
  });
  await using place = await temporaryFolder();
  await chmod(place.path, 0o755);
  for (const folder of ['programs', 'home', 'runner']) await mkdir(join(place.path, folder));
  const program = join(place.path, 'programs', 'stubborn.mjs');
  await cp('e2e/agents/stubborn.mjs', program);
  await chmod(program, 0o755);
  await using repository = await temporaryRepository({ ...halvesFiles });
  const model = {
    ...{ id: 'stubborn', provider: 'command', wire: 'chat', model: careful.name },
    command: ['stubborn.mjs', '{model}', '{base-url}', '{key}'],
    ...{ 'base-url': `${double.url}/v1`, 'api-key-env': 'AGENT_KEY', price: { input: 1, output: 1 } },
  };
  const config = {
    version: 1,
    specs: [{ name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], ...byShell }],
    models: [model],
    ...{ samples: { looks: [3, 5] }, bisect: 'never' },
  };
  await repository.write({ '.github/spec-portability.yml': JSON.stringify(config) });
  const base = await repository.commit('base');
  await repository.write({ 'SPEC.md': halves.reworded });
  const head = await repository.commit('head');
  const env = {
    ...{ PATH: `${join(place.path, 'programs')}:${runnerPath}`, HOME: join(place.path, 'home') },
    ...{ RUNNER_TEMP: join(place.path, 'runner'), AGENT_KEY: 'sk-agent-e2e-0123456789' },
  };
  const argv = [bundle.cli, 'check', '--base', base, '--head', head];
  const ended = await startNode(argv, { cwd: repository.directory, env }).ended;
  const file = join(repository.directory, '.spec-portability/report/result.json');
  return { ended, calls: double.seen.length, ...results.parse(JSON.parse(await readFile(file, 'utf8'))) };
}

test.each([
  ['401 from the first call', 401, 0],
  ['503 from the first call', 503, 0],
  ['429 in the middle of the first answers', 429, 2],
  ['529 after some samples', 529, 11],
])('%s: what the agent left is no evidence, and nothing regresses', async (_name, status, from) => {
  const { ended, calls, verdicts } = await checkInStorm(status, from);

  expect([0, 2]).toContain(ended.code);
  expect(calls).toBeGreaterThan(from);
  expect(verdicts).toHaveLength(1);
  for (const { verdict, base, head, brokenTests } of verdicts) {
    expect(verdict).not.toBe('regressed');
    expect([base.failed, head.failed, brokenTests]).toEqual([0, 0, []]);
    expect(base.unmeasured + head.unmeasured).toBeGreaterThan(0);
  }
});
