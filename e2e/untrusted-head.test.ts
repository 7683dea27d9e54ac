import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig, reader } from '../src/testing/builders/halves.ts';
import { runAction } from '../src/testing/runs/run-action.ts';

let outside = '';
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'outside-'));
});
afterAll(async () => {
  await rm(outside, { recursive: true, force: true });
});

const file = '.github/spec-portability.yml';
const right = [reader('simulated-careful', () => true)];
const oneModel = (url: string) => ({ models: bothModels(url).slice(0, 1) });

test('a dispatched head brings neither commands nor an address for a key', async () => {
  const ran = join(outside, 'ran');
  await using world = await actionWorld(bundle.action, {
    models: [...right, reader('simulated-evil', () => true)],
    config: (url) => halvesConfig(url, oneModel(url)),
    head: async (repository, url) => {
      const evil = {
        id: 'evil',
        provider: 'openai-compatible',
        model: 'simulated-evil',
        'base-url': `${url}/v1`,
        'api-key-env': 'ANTHROPIC_API_KEY',
      };
      const config = halvesConfig(url, { models: [evil], spec: { test: `touch ${ran}; false` } });
      await repository.write({ 'SPEC.md': halves.reworded, [file]: config });
    },
  });
  const request = await world.request({
    event: { name: 'workflow_dispatch', payload: { inputs: {} } },
    inputs: { base: world.base, head: world.head },
    env: { GITHUB_SHA: world.head },
  });

  const run = await runAction(request);

  expect(run.code).toBe(0);
  expect(world.models.callsOf('simulated-evil')).toBe(0);
  expect(run.jobSummary).toContain('Model evil was left out');
  await expect(readFile(ran)).rejects.toThrow('ENOENT');
});

test('a report folder that holds a committed link is refused before anything is spent', async () => {
  const victim = join(outside, 'victim');
  await writeFile(victim, 'precious');
  await using world = await actionWorld(bundle.action, {
    head: async (repository) => {
      const folder = join(repository.directory, '.spec-portability/report');
      await mkdir(folder, { recursive: true });
      await symlink(victim, join(folder, 'result.json'));
      await repository.write({ 'SPEC.md': halves.reworded });
    },
  });

  const run = await world.run();

  expect(run.code).toBe(2);
  expect(run.log).toContain('REPORT_FOLDER_UNSAFE');
  expect(world.models.requests).toEqual([]);
  expect(await readFile(victim, 'utf8')).toBe('precious');
});

test.each(['portability.yml', 'nowhere/x.yml'])(
  'a `config` that is not there is named: %s',
  async (config) => {
    await using world = await actionWorld(bundle.action);

    const run = await world.run({ inputs: { config } });

    expect(run.code).toBe(2);
    expect(run.log).toContain(`CONFIG_NOT_FOUND: \`${config}\` (input \`config\`) is not in the base commit`);
  },
);

test('a `config` may begin with `./`', async () => {
  await using world = await actionWorld(bundle.action);

  expect((await world.run({ inputs: { config: `./${file}`, 'dry-run': 'true' } })).code).toBe(0);
});

test('a test command that cleans what setup made, and an answer that removes its tree, end no run', async () => {
  const hostile =
    "import { rmSync } from 'node:fs';\nrmSync(process.cwd(), { recursive: true, force: true });\n";
  await using world = await actionWorld(bundle.action, {
    models: right.map((model) => ({
      name: model.name,
      write: (asked: Parameters<typeof model.write>[0]) =>
        asked.sample === 0
          ? [{ path: 'src/half.mjs', content: `${hostile}${halves.right}` }]
          : model.write(asked),
    })),
    config: (url) =>
      halvesConfig(url, {
        ...oneModel(url),
        spec: {
          setup: 'mkdir -p build && echo x > build/a',
          test: 'rm -rf build && node test/half.test.mjs',
        },
      }),
  });

  const run = await world.run();

  expect(run.log).not.toContain('internal error');
  expect([0, 1]).toContain(run.code);
});
