import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { programFolder } from '../src/testing/runs/program-folder.ts';
import { runCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';

type Doctored = Ended & { readonly world: ActionWorld };

async function doctor(
  of: {
    readonly rest?: Readonly<Record<string, unknown>>;
    readonly spec?: Readonly<Record<string, unknown>>;
    readonly models?: (url: string) => unknown;
    readonly env?: Readonly<Record<string, string>>;
    readonly files?: Readonly<Record<string, string>>;
    readonly argv?: readonly string[];
  } = {},
): Promise<Doctored> {
  await using world = await actionWorld(bundle.action, {
    base: of.files ?? {},
    config: (url) =>
      halvesConfig(url, {
        ...(of.spec === undefined ? {} : { spec: of.spec }),
        ...(of.models === undefined ? {} : { models: of.models(url) }),
        ...(of.rest === undefined ? {} : { rest: of.rest }),
      }),
  });
  const ended = await runCli(bundle.cli, {
    world,
    argv: ['doctor', ...(of.argv ?? [])],
    ...(of.env === undefined ? {} : { env: of.env }),
  });
  expect(world.models.requests).toEqual([]);
  return { ...ended, world };
}

const wrongLines = ({ stdout }: Ended): readonly string[] =>
  stdout.split('\n').filter((line) => line.startsWith('WRONG'));

test('where nothing is wrong it says what will be emptied, what a check costs and which drops it can find, and asks no model', async () => {
  const run = await doctor({ rest: { sandbox: 'auto' } });

  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(
    /^ok {4}sandbox: bubblewrap \S+, (?:20 of 20|21 of 21) attempts to break out stopped\.$/m,
  );
  expect(run.stdout).toContain(
    'spec halves: SPEC.md; 1 committed file is emptied before each generation: src/half.mjs.',
  );
  expect(run.stdout).toMatch(/if halves changes: Plan: 2 questions, \d+ to \d+ generations, about .* USD/);
  expect(run.stdout).toMatch(/Drops of \d+ percentage points|even a total break/);
  expect(run.stdout).toContain('ANTHROPIC_API_KEY is set (for careful).');
  expect(run.stdout + run.stderr).not.toContain(vendorKeys.ANTHROPIC_API_KEY);
  expect(run.stdout).toMatch(/^ok {4}tests of halves: they notice \d of \d changes of what they expect\.$/m);
  expect(run.stdout).toMatch(/No problem found: a check would run\.\n$/);
});

test('a model whose server OpenRouter chooses is noted, and one whose server is pinned is not', async () => {
  const unpinned = {
    ...{ id: 'free-to-choose', provider: 'openai-compatible', model: 'qwen/qwen3-coder' },
    ...{ 'base-url': 'https://openrouter.ai/api/v1', 'api-key-env': 'none', price: { input: 0, output: 0 } },
  };
  const provider = { order: ['deepinfra'], allow_fallbacks: false };
  const pinned = { ...unpinned, id: 'pinned', params: { provider } };

  const run = await doctor({ models: (url) => [...bothModels(url), unpinned, pinned] });

  expect(run.code).toBe(0);
  const notes = run.stdout.split('\n').filter((line) => line.includes('OpenRouter'));
  expect(notes).toEqual([
    expect.stringMatching(/^note +server: free-to-choose: OpenRouter chooses a server/),
  ]);
});

test('without keys it still examines everything, names the variables and ends with 2', async () => {
  const run = await doctor({ env: {} });

  expect(run.code).toBe(2);
  expect(wrongLines(run)).toEqual([
    expect.stringContaining('ANTHROPIC_API_KEY is not set (for careful). Set it'),
    expect.stringContaining('OPENAI_API_KEY is not set (for hasty). Set it'),
  ]);
  expect(run.stdout).toContain('if halves changes: Plan: 2 questions');
});

test.each([
  { what: 'a config file that is wrong', rest: { budgt: {} }, says: /CONFIG_INVALID: .*`budgt`/ },
  { what: 'a plan that could never block', rest: { samples: { looks: [1] } }, says: /PLAN_CANNOT_BLOCK: / },
  { what: 'a spec that is not there', spec: { spec: ['nowhere.md'] }, says: /SPEC_NOT_FOUND: / },
  {
    what: 'one of two specs that is not there',
    spec: { spec: ['SPEC.md', 'nowhere.md'] },
    says: /SPEC_NOT_FOUND: no file matches `nowhere\.md`/,
  },
  {
    what: 'a directory that is not there',
    spec: { directory: 'source' },
    says: /CONFIG_INVALID: `directory` .*`source`/,
  },
  { what: 'writes that leave nothing', spec: { writes: ['SPEC.md'] }, says: /WRITES_EMPTY: / },
  {
    what: 'a cap in money without a price',
    rest: { budget: { usd: 5 } },
    models: (url: string) => bothModels(url).map((model) => ({ ...model, price: undefined })),
    says: /PRICE_UNKNOWN: /,
  },
  {
    what: 'records that git tracks',
    files: { '.spec-portability/records/x.json': '{}' },
    says: /RECORDS_FOLDER_UNSAFE: .*records is tracked by git/,
  },
  {
    what: 'a report folder that git tracks',
    files: { '.spec-portability/report/x.json': '{}' },
    says: /REPORT_FOLDER_UNSAFE: .*report is tracked by git/,
  },
  {
    what: 'a report folder inside of git’s own',
    argv: ['--report-dir', '.git/report'],
    says: /REPORT_FOLDER_UNSAFE: .*\.git\/report lies in a folder of git itself/,
  },
  {
    what: 'a report folder that cannot be made',
    argv: ['--report-dir', '/proc/spec-portability/report'],
    says: /REPORT_FOLDER_UNSAFE: .*cannot be written to/,
  },
])('$what is one line with the way out, and ends with 2 as a check would', async ({ says, ...of }) => {
  const run = await doctor(of);

  expect(run.code).toBe(2);
  expect(wrongLines(run).join('\n')).toMatch(says);
});

test('`writes` that match nothing, tests or configuration are named, and `writes` of everything ends with 2', async () => {
  const files = { 'src/half.test.mjs': '', 'src/deploy.yml': 'a: 1\n' };
  const run = await doctor({ files, spec: { writes: ['src/**', 'lib/**'] } });
  const everything = await doctor({ files, spec: { writes: ['**'] } });

  expect(run.stdout).toMatch(/^note {2}spec halves: no committed file matches `lib\/\*\*` of `writes`/m);
  expect(run.stdout).toMatch(
    /^ok {4}spec halves: tests under `writes` stay as committed.*: src\/half\.test\.mjs\./m,
  );
  expect(run.stdout).toMatch(/^note {2}spec halves: .*look like configuration.*: src\/deploy\.yml\./m);
  expect(everything.code).toBe(2);
  expect(wrongLines(everything).join('\n')).toMatch(/`specs\[0\]\.writes`/);
});

test('without bubblewrap and docker it says what to install', async () => {
  await using programs = await programFolder('git');

  const run = await doctor({ rest: { sandbox: 'auto' }, env: { ...vendorKeys, PATH: programs.path } });

  expect(run.code).toBe(2);
  expect(wrongLines(run).join('\n')).toMatch(/SANDBOX_UNAVAILABLE: .*apt-get install/);
});

test('what the texts refer to and no model is shown is listed: links, what a skill mentions, rules for other files', async () => {
  const run = await doctor({
    spec: { instructions: ['.cursor/rules/*.mdc', 'skills/halves/SKILL.md'], context: ['shown.md'] },
    files: {
      'docs/rates.md': 'One.\n',
      'shown.md': 'Two.\n',
      'skills/halves/SKILL.md':
        'Run `scripts/round.sh 5`. See [rates](../../docs/rates.md), [a](../../shown.md), [b](../../test/half.test.mjs).\n',
      'skills/halves/scripts/round.sh': 'true\n',
      '.cursor/rules/web.mdc': '---\nglobs: web/**\n---\nUse flexbox.\n',
    },
  });

  const notes = run.stdout.split('\n').filter((line) => line.includes('no model is shown'));
  expect(notes).toEqual([
    expect.stringMatching(
      /^note {2}spec halves: no model is shown \.cursor\/rules\/web\.mdc: the front matter/,
    ),
    expect.stringMatching(
      /^note {2}spec halves: skills\/halves\/SKILL\.md refers to docs\/rates\.md, skills\/halves\/scripts\/round\.sh, which/,
    ),
  ]);
});

test('what only weakens a check is a note: no sandbox, an exit code alone, a shallow checkout', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { spec: { test: 'make test' } }),
    files: {
      'SPEC.md': halves.spec,
      'src/half.mjs': halves.right,
      Makefile: 'test:\n\tnode --check src/half.mjs\n',
    },
  });
  const { repository } = world;
  const clone = await realpath(await mkdtemp(join(tmpdir(), 'shallow-')));
  await repository.git('clone', '--quiet', '--depth', '1', `file://${repository.directory}`, clone);

  const run = await runCli(bundle.cli, { world, argv: ['doctor'], cwd: clone });

  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^note {2}git: this checkout is shallow.*`fetch-depth: 0`/m);
  expect(run.stdout).toMatch(/^note {2}sandbox: none\. .*`sandbox: auto`/m);
  expect(run.stdout).toMatch(/^note {2}spec halves: no runner is seen in `make test`/m);
  await rm(clone, { recursive: true, force: true });
});
