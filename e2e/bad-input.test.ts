import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  actionWorld,
  vendorKeys,
  type ActionSituation,
  type ActionWorld,
  type RunOptions,
} from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { programFolder } from '../src/testing/runs/program-folder.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';

let empty: string;
beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), 'empty-'));
});
afterAll(async () => {
  await rm(empty, { recursive: true });
});

type Mistake = {
  readonly situation?: ActionSituation;
  readonly before?: (world: ActionWorld) => Promise<void>;
  readonly options?: (world: ActionWorld) => RunOptions | Promise<RunOptions>;
  readonly line: RegExp;
};

const records = '.spec-portability/records';
const config = (change: Parameters<typeof halvesConfig>[1]): ActionSituation => ({
  config: (url) => halvesConfig(url, change),
});

const aGatewayModel = {
  id: 'behind',
  provider: 'openai-compatible',
  model: 'a/b',
  'base-url': 'http://127.0.0.1:9/v1',
  'api-key-env': 'none',
  price: { input: 0, output: 0 },
};

const mistakes: Readonly<Record<string, Mistake>> = {
  'an unknown model provider in the file': {
    situation: config({ models: [{ provider: 'acme', model: 'acme-1' }] }),
    line: /CONFIG_INVALID: \.github\/spec-portability\.yml:\d+: .*provider.*"?acme"?.*anthropic, openai, google, openai-compatible, command/,
  },
  'an unknown model provider in the input': {
    options: () => ({ inputs: { models: 'acme/acme-1' } }),
    line: /CONFIG_INVALID: input `models`.*acme\/acme-1.*anthropic\/MODEL/,
  },
  'a glob that matches nothing': {
    situation: config({ spec: { spec: ['docs/SPECIFICATION.md'] } }),
    line: /SPEC_NOT_FOUND: .*docs\/SPECIFICATION\.md/,
  },
  'empty `writes`': {
    situation: config({ spec: { writes: [] } }),
    line: /WRITES_EMPTY: \.github\/spec-portability\.yml:\d+: .*writes/,
  },
  '`writes` of everything': {
    situation: config({ spec: { writes: ['**'] } }),
    line: /CONFIG_INVALID: \.github\/spec-portability\.yml:\d+: `specs\[0\]\.writes` is .*the files or folders that a model writes/,
  },
  '`writes` that leave nothing but tests': {
    situation: config({ spec: { writes: ['test/half.test.mjs'] } }),
    line: /WRITES_EMPTY: /,
  },
  'an unknown config key': {
    situation: config({ rest: { sampels: { looks: [3] } } }),
    line: /CONFIG_INVALID: \.github\/spec-portability\.yml:\d+: unknown key `sampels`\. Did you mean `samples`\?/,
  },
  'malformed YAML': {
    situation: { config: () => 'version: 1\nspecs: [\n  - "x\n' },
    line: /CONFIG_MALFORMED: \.github\/spec-portability\.yml:\d+/,
  },
  'a key in the config file': {
    situation: config({
      models: [{ provider: 'openai', model: 'm', 'api-key-env': vendorKeys.OPENAI_API_KEY }],
    }),
    line: /CONFIG_HOLDS_A_KEY: \.github\/spec-portability\.yml:\d+/,
  },
  'no configuration at all': { situation: { config: () => null }, line: /CONFIG_NOT_FOUND: / },
  'no git on the machine': { options: () => ({ path: empty }), line: /GIT_NOT_FOUND: / },
  'a folder that is no repository': {
    options: () => ({ workspace: empty }),
    line: /GIT_NOT_FOUND: /,
  },
  'a head that is not in the checkout': {
    options: async () => ({
      event: { name: 'workflow_dispatch', payload: { inputs: { base: 'main', head: 'no-such-branch' } } },
    }),
    line: /REF_NOT_FOUND: .*no-such-branch/,
  },
  'an event that has no pull request': {
    options: () => ({ event: { name: 'pull_request', payload: {} } }),
    line: /EVENT_UNSUPPORTED: .*`pull_request`/,
  },
  'an event of another kind': {
    options: () => ({ event: { name: 'issues', payload: {} } }),
    line: /EVENT_UNSUPPORTED: .*`issues`/,
  },
  'a shard without its number': {
    options: () => ({ inputs: { mode: 'shard' } }),
    line: /CONFIG_INVALID: `shard` is ``\. Set it from the output `matrix`/,
  },
  'a mode that there is not': {
    options: () => ({ inputs: { mode: 'guess' } }),
    line: /CONFIG_INVALID: .*`mode` is `guess`\. Allowed: auto, check, audit/,
  },
  'an audit of a pull request': {
    options: () => ({ inputs: { mode: 'audit' } }),
    line: /EVENT_UNSUPPORTED: .*`mode` is `audit`/,
  },
  'a records folder that git tracks': {
    situation: { base: { [`${records}/a.json`]: '{}' } },
    line: /RECORDS_FOLDER_UNSAFE: .* is tracked by git/,
  },
  'a committed file where our folder would be': {
    situation: { base: { '.spec-portability': 'ours\n' } },
    line: /REPORT_FOLDER_UNSAFE: .* lies behind the file .*\.spec-portability\./,
  },
  'a report folder that is a committed file': {
    situation: { base: { 'out/report': 'ours\n' } },
    options: () => ({ inputs: { 'report-dir': 'out/report' } }),
    line: /REPORT_FOLDER_UNSAFE: .* is tracked by git/,
  },
  'a records folder that is a link': {
    before: async ({ repository }) => {
      await mkdir(join(repository.directory, '.spec-portability'), { recursive: true });
      await symlink(empty, join(repository.directory, records));
    },
    line: /RECORDS_FOLDER_UNSAFE: .* is a symbolic link/,
  },
  'a records folder that holds a link': {
    before: async ({ repository }) => {
      await mkdir(join(repository.directory, records), { recursive: true });
      await symlink('/etc/passwd', join(repository.directory, records, 'x.json'));
    },
    line: /RECORDS_FOLDER_UNSAFE: .* holds the symbolic link x\.json/,
  },
  'models that a gateway may fall back on': {
    situation: config({ models: [{ ...aGatewayModel, params: { models: ['a/b', 'c/d'] } }] }),
    line: /CONFIG_INVALID: \.github\/spec-portability\.yml:\d+: `models\[0\]\.params\.models` lets the gateway answer with another model/,
  },
  'a secret header of a gateway whose variable is not set': {
    situation: config({
      models: [{ ...aGatewayModel, headers: { 'x-gateway-token': { env: 'GATEWAY_TOKEN' } } }],
    }),
    line: /KEY_MISSING: .*GATEWAY_TOKEN \(for behind\)\./,
  },
  'a missing key where there is work to do': {
    options: () => ({ keys: false, env: { OPENAI_API_KEY: 'sk-proj-only' } }),
    line: /KEY_MISSING: .*ANTHROPIC_API_KEY \(for careful\)\./,
  },
};

test.each(Object.entries(mistakes))(
  '%s: one clear line and exit 2, with nothing posted and no model asked',
  async (_, mistake) => {
    await using world = await actionWorld(bundle.action, mistake.situation);
    await mistake.before?.(world);

    const run = await world.run(await mistake.options?.(world));

    expectRefusal(run, world);
    expect(run.log).toMatch(mistake.line);
  },
);

test.each([
  { test: 'no-such-command --now', code: 'TEST_COMMAND_NOT_FOUND', says: 'no-such-command: not found' },
  {
    test: 'echo the module is not installed >&2; exit 1',
    code: 'NO_TEST_NAMED',
    says: 'the module is not installed',
  },
])(
  'a test command that says nothing, $test: its last lines once, one line and exit 2',
  async ({ test: command, code, says }) => {
    await using world = await actionWorld(bundle.action, config({ spec: { test: command } }));

    const run = await world.run();

    expect(printed(run.log)).toEqual([
      expect.stringMatching(/^The last lines of `.*` on [0-9a-f]{12}:$/),
      expect.stringMatching(new RegExp(`^  .*${says}$`)),
      expect.stringMatching(new RegExp(`^::error::${code}: .*${says}.* No model was asked\\.`)),
    ]);
    expect(run.code).toBe(2);
    expect(world.models.requests).toEqual([]);
    expect(world.github.requests).toEqual([]);
  },
);

test.each([
  { command: 'no-such-command --now', code: 2, asks: false },
  { command: './made-by-a-model --now', code: 0, asks: true },
])(
  'where no code is committed, a program of the test command that is nowhere is refused before any call: $command',
  async ({ command, code, asks }) => {
    const change = { spec: { test: command, writes: ['lib/**', 'made-by-a-model'] } };
    await using world = await actionWorld(bundle.action, config(change));

    const run = await world.run();

    expect(run.code).toBe(code);
    expect(run.log.includes('TEST_COMMAND_NOT_FOUND')).toBe(!asks);
    expect(world.models.requests.length > 0).toBe(asks);
  },
);

test('a setup that fails is named with its last words, after the line that said it began', async () => {
  const setup = 'echo the registry is down >&2; exit 3';
  await using world = await actionWorld(bundle.action, config({ spec: { setup } }));

  const run = await world.run();

  const lines = printed(run.log);
  expect(lines.filter((line) => !line.startsWith('setup of '))).toEqual([
    expect.stringMatching(/^::error::SETUP_FAILED: .*the registry is down/),
  ]);
  expect(run.code).toBe(2);
  expect(world.models.requests).toEqual([]);
  expect(world.github.requests).toEqual([]);
});

test('without the sandbox that was asked for nothing of the repository is run either', async () => {
  const trace = join(empty, 'trace');
  const spec = { setup: `touch ${trace}`, test: `touch ${trace}` };
  await using world = await actionWorld(bundle.action, config({ spec, rest: { sandbox: 'auto' } }));
  await using programs = await programFolder('git', 'sh', 'bash', 'env', 'touch');

  const run = await world.run({ path: programs.path });

  expectRefusal(run, world);
  expect(run.log).toContain('SANDBOX_UNAVAILABLE');
  expect(existsSync(trace)).toBe(false);
});

test('a shallow clone that cannot be deepened: the line says fetch-depth: 0', async () => {
  await using world = await actionWorld(bundle.action);
  await using clone = await temporaryRepository();
  const shallow = join(clone.directory, 'shallow');
  await clone.git('clone', '--quiet', '--depth=1', `file://${world.repository.directory}`, shallow);
  await clone.git('-C', shallow, 'remote', 'set-url', 'origin', `file://${empty}`);

  const run = await world.run({ workspace: shallow });

  expectRefusal(run, world);
  expect(run.log).toMatch(/HISTORY_TOO_SHALLOW: .*fetch-depth: 0/);
});

test('a shallow clone that can be deepened is deepened', async () => {
  await using world = await actionWorld(bundle.action);
  await using clone = await temporaryRepository();
  const shallow = join(clone.directory, 'shallow');
  await clone.git('clone', '--quiet', '--depth=1', `file://${world.repository.directory}`, shallow);

  const run = await world.run({ workspace: shallow });

  expect(run.outputs).toMatchObject({ regressions: '1' });
});

function expectRefusal(run: Awaited<ReturnType<ActionWorld['run']>>, world: ActionWorld): void {
  const lines = printed(run.log);
  for (const key of Object.values(vendorKeys)) expect(lines.join()).not.toContain(key);
  expect(lines).toEqual([expect.stringMatching(/^::error::[A-Z_]+: \S.*$/)]);
  expect(run.code).toBe(2);
  expect(run.log).not.toContain('%0A');
  expect(world.models.requests).toEqual([]);
  expect(world.github.requests).toEqual([]);
}

function printed(log: string): readonly string[] {
  // Lines that only announce a step do not count as a second error.
  return log.split('\n').filter((line) => line !== '' && !/^(?:::add-mask::|Plan: )/.test(line));
}
