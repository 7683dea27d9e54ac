import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { byShell, halves, halvesFiles, hasty } from '../src/testing/builders/halves.ts';
import { startAgentDouble, type AgentDouble } from '../src/testing/doubles/agent-double.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode, type Ended } from '../src/testing/runs/run-node.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { temporaryRepository, type TemporaryRepository } from '../src/testing/temporary-repository.ts';

const key = 'sk-agent-e2e-5d41402abc4b';
const gatewayKey = 'gateway-e2e-7d793037a076';

let stack: AsyncDisposableStack;
let double: AgentDouble;
let place: string;
let programs: string;
beforeAll(async () => {
  stack = new AsyncDisposableStack();
  double = stack.use(
    await startAgentDouble([hasty], { specPath: 'SPEC.md', isSpec: (text) => text.includes('# Halves') }),
  );
  place = stack.use(await temporaryFolder()).path;
  programs = join(place, 'programs');
  await chmod(place, 0o755);
  for (const folder of ['programs', 'home', 'runner']) await mkdir(join(place, folder));
  await cp('e2e/agents/scribe.mjs', join(programs, 'scribe.mjs'));
  await chmod(join(programs, 'scribe.mjs'), 0o755);
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});

/** A repository whose spec is reworded, with the agent as its only model. */
async function aChange(
  settings: Readonly<Record<string, unknown>> = {},
  model: Readonly<Record<string, unknown>> = {},
): Promise<TemporaryRepository & { readonly range: readonly string[] }> {
  const repository = await temporaryRepository({ ...halvesFiles });
  const config = {
    version: 1,
    specs: [{ name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], ...byShell }],
    models: [
      {
        ...{ id: 'scribe', provider: 'command', wire: 'chat', model: 'simulated-hasty' },
        command: ['scribe.mjs', '{model}', '{base-url}', '{key}'],
        ...{ 'base-url': `${double.url}/v1`, 'api-key-env': 'AGENT_KEY', price: { input: 1, output: 1 } },
        ...model,
      },
    ],
    ...{ samples: { looks: [3, 5] }, bisect: 'never', ...settings },
  };
  await repository.write({ '.github/spec-portability.yml': JSON.stringify(config) });
  const base = await repository.commit('base');
  await repository.write({ 'SPEC.md': halves.reworded });
  const head = await repository.commit('head');
  return Object.assign(repository, { range: ['--base', base, '--head', head] });
}

async function run(
  { directory }: TemporaryRepository,
  argv: readonly string[],
  path = `${programs}:${runnerPath}`,
): Promise<Ended> {
  const env = {
    ...{ PATH: path, HOME: join(place, 'home'), RUNNER_TEMP: join(place, 'runner') },
    ...{ AGENT_KEY: key, GATEWAY_AUTH: gatewayKey },
  };
  return startNode([bundle.cli, ...argv], { cwd: directory, env }).ended;
}

const verdicts = z.object({
  verdicts: z.array(z.object({ model: z.string(), verdict: z.string(), brokenTests: z.array(z.string()) })),
});

async function verdictsIn(repository: TemporaryRepository) {
  const file = join(repository.directory, '.spec-portability/report/result.json');
  return verdicts.parse(JSON.parse(await readFile(file, 'utf8'))).verdicts;
}

const regressed = [
  { model: 'scribe', verdict: 'regressed', brokenTests: [expect.stringContaining('rounds half up')] },
];

test('a check writes both sides by an agent in its box, finds the regression, shows nobody the key, and lets nothing out', async () => {
  const headers = { 'x-route': 'one', 'x-gateway-auth': { env: 'GATEWAY_AUTH' } };
  const command = ['scribe.mjs', '{model}', '{base-url}', '{key}', 'phones-home'];
  await using repository = await aChange({}, { headers, command });
  const before = double.seen.length;

  const ended = await run(repository, ['check', ...repository.range]);

  expect(ended.stderr).not.toContain('AGENT_UNUSABLE');
  expect(await verdictsIn(repository)).toMatchObject(regressed);
  expect(ended.code).toBe(1);
  const seen = double.seen.slice(before);
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${key}`]));
  expect(new Set(seen.map((each) => each.headers['x-gateway-auth']))).toEqual(new Set([gatewayKey]));
  expect(new Set(seen.map((each) => each.headers['x-route']))).toEqual(new Set(['one']));
  const written = [
    ended.stdout,
    ended.stderr,
    ...(await textsBelow(join(repository.directory, '.spec-portability'))),
  ];
  expect(written.join('\n')).toContain('SEEN');
  expect(written.join('\n')).toContain('sk-placeholder');
  expect(written.filter((text) => text.includes(key) || text.includes(gatewayKey))).toEqual([]);
  expect(await readdir(join(place, 'runner'))).toEqual([]);
  // What an agent says at home is refused, counted, and shown on the page; its model is asked as before.
  const report = join(repository.directory, '.spec-portability/report');
  const pages = (await textsBelow(report)).filter((text) => text.startsWith('<!doctype html>'));
  for (const host of ['statsig.example:443', 'updates.example:80'])
    expect(pages.join('\n')).toContain(`asked for ${host}: refused (another host)`);

  const asked = double.seen.length;
  const again = await run(repository, ['report', ...repository.range]);
  expect(again.code).toBe(1);
  expect(await verdictsIn(repository)).toMatchObject(regressed);
  expect(double.seen).toHaveLength(asked);
});

test('the jobs of a fanned-out check run agents as one job does, also one that tries what it wrote', async () => {
  const command = ['scribe.mjs', '{model}', '{base-url}', '{key}', 'tries-python'];
  await using repository = await aChange({}, { command });
  const folder = join(repository.directory, '.spec-portability/fan-out');
  const at = ['--fan-out', folder];

  const plan = await run(repository, ['plan', ...repository.range, ...at, '--shards', '1']);
  const shard = await run(repository, ['shard', '1', ...repository.range, ...at]);
  const report = await run(repository, ['report', ...repository.range, ...at]);

  expect([plan.code, shard.code, report.code]).toEqual([0, 0, 1]);
  expect(await verdictsIn(repository)).toMatchObject(regressed);
});

test.each([
  ['is not installed', {}, { command: ['no-such-agent'] }, /AGENT_UNUSABLE.*`no-such-agent` is not on PATH/],
  ['has no sandbox', { sandbox: 'none' }, {}, /AGENT_UNUSABLE.*bubblewrap cuts its network.*none/],
  ['is another version', {}, { version: '1.3.0' }, /AGENT_UNUSABLE.*1\.4\.0.*1\.3\.0/],
] as const)(
  'an agent that %s ends the check with 2 and one line, before a model is asked',
  async (...row) => {
    const [, settings, model, line] = row;
    await using repository = await aChange(settings, model);
    const asked = double.seen.length;

    const ended = await run(repository, ['check', ...repository.range]);

    expect(ended.code).toBe(2);
    expect(ended.stderr.split('\n').filter((each) => each.includes('AGENT_UNUSABLE'))).toEqual([
      expect.stringMatching(line),
    ]);
    expect(double.seen).toHaveLength(asked);
  },
);

test('doctor says which agents are installed, what they read, and what is wrong with the others', async () => {
  await using repository = await aChange();
  await using other = await aChange({}, { command: ['no-such-agent'] });

  const fine = await run(repository, ['doctor']);
  const wrong = await run(other, ['doctor']);

  expect(fine.stdout).toMatch(
    /^ok +agent: \S+ 1\.4\.0 is installed; it runs without a network and without the key/m,
  );
  expect(fine.code).toBe(0);
  expect(wrong.stdout).toMatch(/^WRONG agent: AGENT_UNUSABLE.*`no-such-agent` is not on PATH/m);
  expect(wrong.code).toBe(2);
});

test('doctor says of every preset whether it is installed, and that an agent with its maker’s account cannot be used', async () => {
  await using repository = await aChange();
  await using other = await aChange({}, { preset: 'cursor', command: undefined, wire: undefined });
  const more = join(place, 'more-programs');
  await mkdir(more);
  for (const [name, version] of [
    ['claude', '0.9.1'],
    ['pi', '99.1.2'],
  ] as const)
    await writeFile(join(more, name), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });

  const none = await run(repository, ['doctor']);
  const some = await run(repository, ['doctor'], `${more}:${programs}:${runnerPath}`);
  const cursor = await run(other, ['doctor']);

  const [, beside = ''] = /^ok +agents: (.*)$/m.exec(none.stdout) ?? [];
  expect(beside).toBe(
    'not installed, and no model uses them: claude-code, codex, gemini, opencode, pi, qwen, copilot.',
  );
  expect(some.stdout).toMatch(
    /^ok +agent: no model uses claude-code: .*version 0\.9\.1 is installed, and the oldest/m,
  );
  expect(some.stdout).toMatch(
    /^ok +agent: pi 99\.1\.2 is installed, and no model uses it\. By itself it reads .*AGENTS\.md/m,
  );
  expect(some.stdout).toMatch(/^ok +agents: not installed.*: codex, gemini, opencode, qwen, copilot\.$/m);
  expect([none.code, some.code, cursor.code]).toEqual([0, 0, 2]);
  expect(cursor.stdout).toMatch(/^WRONG CONFIG_INVALID: .*`models\[0\]\.preset`.*by an account of its own/m);
});

async function textsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
}
