import { once } from 'node:events';
import { chmod, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { byShell, halves, halvesFiles } from '../src/testing/builders/halves.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { slowness } from '../src/testing/slowness.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';

const side = z.object({ passed: z.number(), failed: z.number(), unmeasured: z.number() });
const results = z.object({ verdicts: z.array(z.object({ verdict: z.string(), base: side, head: side })) });

// Runs of the agent that do not wait end within it, however busy the machine is.
const minutes = 0.1 * slowness();

const tookAll = /the agent took all (?:its time|the time of a sample), twice/;

/** A vendor whose first answers tell the agent to wait, with the right code beside it; the others are the right code. */
async function vendor(waits: number): Promise<AsyncDisposable & { url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const content = asked < waits ? `// wait\n${halves.right}` : halves.right;
      asked += 1;
      const message = { role: 'assistant', content, refusal: null };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          ...{ id: 'c', object: 'chat.completion', created: 1, model: 'the-model' },
          choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
          usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
        }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** A check, one sample after the other, whose first runs of the agent never end. */
async function checkWith({ waits }: { readonly waits: number }) {
  await using double = await vendor(waits);
  await using place = await temporaryFolder();
  await chmod(place.path, 0o755);
  for (const folder of ['programs', 'home', 'runner']) await mkdir(join(place.path, folder));
  const program = join(place.path, 'programs', 'waiter.mjs');
  await cp('e2e/agents/waiter.mjs', program);
  await chmod(program, 0o755);
  await using repository = await temporaryRepository({ ...halvesFiles });
  const model = {
    ...{ id: 'waiter', provider: 'command', wire: 'chat', model: 'the-model', limits: { minutes } },
    command: ['waiter.mjs', '{model}', '{base-url}', '{key}'],
    ...{ 'base-url': `${double.url}/v1`, 'api-key-env': 'AGENT_KEY', price: { input: 1, output: 1 } },
  };
  const config = {
    version: 1,
    specs: [{ name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], ...byShell }],
    ...{ models: [model], samples: { looks: [3] }, bisect: 'never', gate: { 'fail-on': 'never' } },
    budget: { concurrency: 1 },
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
  const report = join(repository.directory, '.spec-portability/report');
  const { verdicts } = results.parse(JSON.parse(await readFile(join(report, 'result.json'), 'utf8')));
  const pages = (await readdir(report, { recursive: true })).filter((name) => name.endsWith('.html'));
  const texts = await Promise.all(pages.map(async (name) => readFile(join(report, name), 'utf8')));
  return { ended, verdicts, asked: double.asked(), page: texts.join('\n') };
}

test('an agent whose time runs out after a good answer is run once more, alone, and only that run counts', async () => {
  const { ended, verdicts, asked, page } = await checkWith({ waits: 1 });

  expect(ended.code).toBe(0);
  expect(verdicts).toMatchObject([
    { base: { passed: 3, failed: 0, unmeasured: 0 }, head: { passed: 3, failed: 0, unmeasured: 0 } },
  ]);
  expect(asked).toBe(7);
  expect(ended.stdout + ended.stderr).toContain('it is run once more, alone');
  expect(page).not.toMatch(tookAll);
});

test('one that takes all its time twice has written no code, and that is evidence', async () => {
  const { ended, verdicts, asked, page } = await checkWith({ waits: 2 });

  expect(ended.code).toBe(0);
  const [verdict] = verdicts;
  expect([verdict?.base.unmeasured, verdict?.head.unmeasured]).toEqual([0, 0]);
  expect((verdict?.base.failed ?? 0) + (verdict?.head.failed ?? 0)).toBe(1);
  expect(asked).toBe(7);
  expect(page).toMatch(tookAll);
});
