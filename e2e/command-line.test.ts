import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { byShell, halvesConfig } from '../src/testing/builders/halves.ts';
import { nodeOf, oldestNode } from '../src/testing/runs/oldest-node.ts';
import { until } from '../src/testing/until.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode, type Ended, type Running } from '../src/testing/runs/run-node.ts';

let oldest: string;
beforeAll(async () => {
  oldest = await oldestNode();
});

type Call = {
  readonly world?: ActionWorld;
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
};

function start(argv: readonly string[], { world, node, env }: Call = {}): Running {
  return startNode([bundle.cli, ...argv], {
    cwd: world?.repository.directory ?? '/',
    env: { PATH: runnerPath, HOME: '/nonexistent', ...vendorKeys, ...env },
    ...(node === undefined ? {} : { node }),
  });
}

async function run(argv: readonly string[], call: Call = {}): Promise<Ended> {
  return start(argv, call).ended;
}

const range = ({ base, head }: ActionWorld) => ['--base', base, '--head', head];

test('an older Node than is promised is told so in one line, by whichever command', async () => {
  const node = await nodeOf('18.20.4');

  for (const argv of [['check', '--base', 'main', '--head', 'main'], ['--help'], ['demo']]) {
    const { code, stdout, stderr } = await run(argv, { node });
    expect(stdout).toBe('');
    expect(stderr).toBe('spec-portability needs Node 20.19 or newer; this is Node 18.20.4\n');
    expect(code).toBe(2);
  }
});

describe('check', () => {
  let world: ActionWorld;
  let onOldest: Ended;
  let onNewest: Ended;
  let asked: number;
  beforeAll(async () => {
    world = await actionWorld(bundle.action);
    const argv = ['check', ...range(world)];
    onOldest = await run([...argv, '--result', 'kept.json', '--records', 'a'], { world, node: oldest });
    onNewest = await run([...argv, '--records', 'b', '--report-dir', 'seen'], { world });
    asked = world.models.requests.length;
  });
  afterAll(async () => world[Symbol.asyncDispose]());
  // What asks no model starts from there.
  const goOn = async (argv: readonly string[], env: Call['env'] = {}): Promise<Ended> => {
    const ended = await run(argv, { world, env });
    expect(world.models.requests).toHaveLength(asked);
    return ended;
  };
  const stored = (): readonly string[] => ['check', ...range(world), '--records', 'b'];

  test('says the same on Node 20 and on the Node of the action, with the report on stdout and exit code 1', async () => {
    const { directory } = world.repository;
    expect([onOldest.code, onNewest.code]).toEqual([1, 1]);
    expect(verdictText(onOldest)).toBe(verdictText(onNewest));
    expect(onOldest.stdout).toContain('rounds half up');
    expect(onOldest.stdout).toContain('- Round half up.\n  + Round sensibly.');
    expect(onOldest.stderr).toMatch(/^\d+ of \d+ samples measured, \d+ calls, .* USD$/m);
    expect(onOldest.stderr).toMatch(/^halves on hasty: regressed after \d+ samples$/m);
    expect(onOldest.stderr).not.toContain('Round sensibly');
    const resultOf = async (path: string): Promise<unknown> =>
      JSON.parse(await readFile(join(directory, path), 'utf8'));
    expect(await resultOf('kept.json')).toEqual({
      ...Object(await resultOf('seen/result.json')),
      spent: expect.anything(),
    });
  });

  test('says where the page and the comment are, below the result that is printed', async () => {
    const { directory } = world.repository;
    const page = join(directory, 'seen/index.html');
    expect(onNewest.stderr.trimEnd().split('\n').at(-1)).toBe(
      `The page is ${page}, and the comment of a pull request would be comment.md beside it.`,
    );
    expect(await readFile(page, 'utf8')).toContain('rounds half up');
    expect(await readFile(join(directory, 'seen/comment.md'), 'utf8')).toContain(
      'Spec portability · ❌ blocks merge',
    );
  });

  test('exits with 0 where the gate is open or nothing changed', async () => {
    expect((await goOn([...stored(), '--fail-on', 'never'])).code).toBe(0);
    const { base } = world;
    const nothing = await goOn(['check', '--base', base, '--head', base, '--cwd', '.'], {
      ...{ ANTHROPIC_API_KEY: '', OPENAI_API_KEY: '' },
    });
    expect(nothing.code).toBe(0);
  });

  test('--version prints that of package.json', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));

    expect(await goOn(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test('with --dry-run prints the plan and asks no model', async () => {
    const { code, stdout } = await goOn(['check', ...range(world), '--dry-run']);

    expect(code).toBe(0);
    expect(stdout).toContain('Plan: 2 questions,');
  });

  test('with a --result that cannot be written asks no model', async () => {
    const { code, stderr } = await goOn(['check', ...range(world), '--result', 'SPEC.md/kept.json']);

    expect(code).toBe(2);
    expect(stderr).toMatch(/RESULT_NOT_WRITABLE: .*SPEC\.md\/kept\.json.*\n/);
  });

  test('takes the config of the working tree, or the file that it is given', async () => {
    const rest = { gate: { 'fail-on': 'never' } };
    await world.repository.write({ 'other.yml': halvesConfig(world.models.url, { rest }) });

    expect((await goOn([...stored(), '--config', 'other.yml'])).code).toBe(0);
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      'an unknown option',
      ['check', '--base', 'main', '--head', 'main', '--bsae', 'x'],
      /^error: unknown option '--bsae' \(Did you mean --base\?\)$/,
    ],
    [
      'an option that is missing',
      ['check', '--base', 'main'],
      /^error: option '--head' is missing; check takes --base main --head HEAD$/,
    ],
    ['an unknown command', ['chekc'], /^error: unknown command 'chekc' \(Did you mean check\?\)$/],
    [
      'a ref that is not there',
      ['check', '--base', 'main', '--head', 'no-such-branch'],
      /^REF_NOT_FOUND: .*no-such-branch/,
    ],
    [
      'a config file that is not there',
      ['check', '--base', 'main', '--head', 'main', '--config', 'x.yml'],
      /^CONFIG_NOT_FOUND: .*x\.yml/,
    ],
    [
      'a folder that is no repository',
      ['check', '--base', 'a', '--head', 'b', '--cwd', '/'],
      /^GIT_NOT_FOUND: /,
    ],
    [
      'a folder that is not there',
      ['check', '--base', 'a', '--head', 'b', '--cwd', '/no/such/folder'],
      /^GIT_NOT_FOUND: /,
    ],
    [
      'a cap that is no number',
      ['check', '--base', 'main', '--head', 'main', '--max-generations', 'many'],
      /^CONFIG_INVALID: .*many/,
    ],
    ['a ref that looks like an option', ['check', '--base=--output=x', '--head', 'main'], /^REF_NOT_FOUND: /],
  ])('%s: one line and exit 2', async (_, argv, line) => {
    const { code, stdout, stderr } = await goOn(argv);

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
  });

  test('refuses an option that a script left empty, instead of comparing something else', async () => {
    const { code, stderr } = await goOn(['check', '--base', '', '--head', world.head]);

    expect(stderr).toBe('CONFIG_INVALID: option `--base` is empty. Give it a value, or leave it out.\n');
    expect(code).toBe(2);
  });

  test('refuses swapped commits, instead of finding no change', async () => {
    const { code, stderr } = await goOn(['check', '--base', world.head, '--head', world.base]);

    expect(stderr).toMatch(
      /^COMMITS_SWAPPED: `[0-9a-f]{40}` \(head\) is an ancestor of `[0-9a-f]{40}` \(base\)/,
    );
    expect(code).toBe(2);
  });

  test('ends with one line and 2 where its reader closes the pipe', async () => {
    const { child, ended } = start(['check', ...range(world), '--dry-run'], { world });
    child.stdout?.destroy();

    const { code, stderr } = await ended;

    expect(stderr).toMatch(/The output was closed before its end\.\n$/);
    expect(code).toBe(2);
  });

  test('refuses an edit that is only on the disk, and names it beside one that is committed', async () => {
    await world.repository.git('checkout', '--quiet', world.head);
    await world.repository.write({ 'SPEC.md': 'Edited and not committed.\n' });

    const alone = await goOn(['check', '--base', world.head, '--head', world.head]);
    const beside = await goOn(['check', ...range(world), '--dry-run']);

    expect(alone.stderr).toMatch(
      /^SPEC_NOT_COMMITTED: `SPEC\.md` has an edit that is not committed, and the specs are the same in both commits\./,
    );
    expect(alone.code).toBe(2);
    expect(beside.stderr).toContain(
      'warning: `SPEC.md` has an edit that is not committed; only commits are compared.',
    );
    expect(beside.code).toBe(0);
  });

  test.each(['--help', 'check --help', 'demo --help'])('%s explains itself', async (words) => {
    const { code, stdout, stderr } = await run(words.split(' '));

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: spec-portability/);
    expect(stderr).toBe('');
  });
});

test('Ctrl-C keeps what is finished, leaves no process, and the next run goes on from there', async () => {
  const left = `sleep 99999.${process.pid}${Date.now()}`;
  let isStopped = false;
  await using world = await actionWorld(bundle.action, {
    // Even if the signal arrives late, the first run gets at most six answers.
    faults: (call) => (isStopped || call <= 6 ? null : { kind: 'stall', at: 'after-headers' }),
    config: (url) =>
      halvesConfig(url, {
        spec: { ...byShell, test: `${left} & ${byShell.test} && sleep 0.2` },
        rest: { budget: { concurrency: 2 } },
      }),
  });
  const running = start(['check', ...range(world)], { world });
  await until(() => world.models.requests.length > 6);

  running.child.kill('SIGINT');
  const stopped = await running.ended;
  isStopped = true;

  // So that `check && merge` stops here.
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('stopping: finished samples are kept');
  expect(stopped.stdout).toContain('cancelled');
  expect(await commandLines()).not.toContain(left);
  const askedBefore = world.models.requests.length;
  expect(askedBefore).toBeLessThanOrEqual(8);

  const second = await run(['check', ...range(world)], { world });

  expect(second.code).toBe(1);
  const result = Object(await world.result());
  expect(result.spent.cachedGenerations).toBeGreaterThanOrEqual(askedBefore - 2);
  expect(world.models.requests.length - askedBefore).toBe(result.spent.generations);
});

test('demo names model, test and words on Node 20, and exits with 0', async () => {
  const { code, stdout, stderr } = await run(['demo'], { node: oldest });

  expect(code).toBe(0);
  expect(stdout).toContain('simulated-banker');
  expect(stdout).toContain('rounds half up');
  expect(stdout).toContain('- Round half up: 90 seconds');
  expect(stdout).not.toContain('<details>');
  expect(stderr).toMatch(/\d+ calls to simulated models, [\d.]+ seconds\./);
});

/** The report without what differs from run to run. */
function verdictText({ stdout }: Ended): string {
  return stdout.replace(/^Cost .*$/m, '');
}

async function commandLines(): Promise<string> {
  return new Promise((resolve) => void execFile('ps', ['-eo', 'args'], (_, stdout) => resolve(stdout)));
}
