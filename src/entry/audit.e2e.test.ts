import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionSituation, type ActionWorld } from '../testing/action-world.ts';
import { makeBundle, type Bundle } from '../testing/bundle.ts';
import { careful, halvesConfig, reader } from '../testing/halves.ts';
import type { ActionRun } from '../testing/run-action.ts';
import { runCli } from '../testing/run-cli.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await makeBundle();
}, 120_000);
afterAll(async () => bundle[Symbol.asyncDispose]());

/** A repository with a remote, and a model that can be broken; nights follow each other on a clock of their own. */
class Nights implements AsyncDisposable {
  readonly world: ActionWorld;
  readonly #top: string;
  readonly #model: { isBroken: boolean };
  #night = 0;

  constructor(world: ActionWorld, top: string, model: { isBroken: boolean }) {
    this.world = world;
    this.#top = top;
    this.#model = model;
  }

  static async start(situation: ActionSituation = {}): Promise<Nights> {
    const model = { isBroken: false };
    const moody = reader('simulated-hasty', () => !model.isBroken);
    const world = await actionWorld(bundle.action, { models: [careful, moody], ...situation });
    const top = await mkdtemp(join(tmpdir(), 'nights-'));
    await git('init', '--quiet', '--bare', join(top, 'origin.git'));
    await world.repository.git('remote', 'add', 'origin', join(top, 'origin.git'));
    return new Nights(world, top, model);
  }

  async next(of: { readonly isBroken?: boolean; readonly branch?: string } = {}): Promise<ActionRun> {
    this.#night += 1;
    return this.again(of);
  }

  /** The job of the same night, run again. */
  async again(of: { readonly isBroken?: boolean; readonly branch?: string } = {}): Promise<ActionRun> {
    this.#model.isBroken = of.isBroken ?? false;
    return this.world.run({
      event: { name: 'schedule', payload: { schedule: '17 3 * * *' } },
      inputs: { 'history-branch': of.branch ?? 'portability-history' },
      env: {
        GITHUB_SHA: this.world.base,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: `${this.#night}`,
        ...later(this.#night),
      },
    });
  }

  /** Calls that a run makes of the models. */
  async calls(run: () => Promise<ActionRun>): Promise<number> {
    const before = this.world.models.requests.length;
    await run();
    return this.world.models.requests.length - before;
  }

  issues(): readonly string[] {
    return this.world.github.issues().map(({ state, title }) => `${state}: ${title}`);
  }

  async onBranch(path: string): Promise<string> {
    return git('-C', join(this.#top, 'origin.git'), 'show', `portability-history:${path}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]();
    await rm(this.#top, { recursive: true, force: true });
  }
}

const git = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('git', [...args])).stdout;

// The bundle reads its clock from Date.now alone, so nights can pass in seconds.
function later(nights: number): Readonly<Record<string, string>> {
  const ahead = nights * 24 * 60 * 60 * 1000;
  const script = `const now=Date.now;Date.now=()=>now()+${ahead};`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

describe('the nightly audit', () => {
  test('draws anew each night, opens one issue when a model breaks, and closes it when it recovers', async () => {
    await using nights = await Nights.start();

    const first = await nights.next();
    expect({ code: first.code, outputs: first.outputs }).toMatchObject({
      code: 0,
      outputs: { conclusion: 'success', generations: '6' },
    });
    expect(first.jobSummary).toContain('No drift is open.');
    expect(await nights.calls(() => nights.again())).toBe(0);
    expect(await nights.calls(() => nights.next())).toBe(6);
    expect(nights.issues()).toEqual([]);

    const broken = await nights.next({ isBroken: true });
    expect({ code: broken.code, conclusion: broken.outputs['conclusion'] }).toEqual({
      code: 0,
      conclusion: 'neutral',
    });
    expect(nights.issues()).toEqual(['open: Spec portability drifted: 1 spec on 1 model']);
    expect(nights.world.github.issues()[0]?.body).toContain('`halves` on `hasty`');
    await nights.next({ isBroken: true });
    expect(nights.issues()).toHaveLength(1);

    for (let night = 0; night < 3; night += 1) await nights.next();
    expect(nights.issues()).toEqual(['closed: Spec portability drifted, and recovered']);

    const lines = (await nights.onBranch('spec-portability.jsonl')).trim().split('\n');
    // Seven nights of two series, one of them told twice.
    expect(lines).toHaveLength(16);
    expect(await nights.onBranch('badge.svg')).toContain('portable on');
    expect(await nights.onBranch('index.html')).toContain('hasty');
  }, 240_000);

  test('fills the base that pull requests of the next day reuse, and remembers its nights without a branch', async () => {
    await using nights = await Nights.start();
    await nights.next({ branch: '' });
    await nights.next({ branch: '' });

    // Five stored base samples on each model, so the head alone is asked: ten calls, and twenty without the nights.
    expect(await nights.calls(() => nights.world.run({ env: later(2) }))).toBe(10);

    await nights.next({ branch: '', isBroken: true });
    expect(nights.issues()).toHaveLength(1);
  }, 240_000);

  test('holds an edited text against the pinned anchor on its first night, on the default branch alone', async () => {
    await using world = await actionWorld(bundle.action, {
      config: (url) => halvesConfig(url, { rest: { audit: { anchor: 'v1.0.0' } } }),
    });
    await world.repository.git('tag', 'v1.0.0', world.base);
    const audit = async (ref: string): Promise<ActionRun> =>
      world.run({
        event: { name: 'push', payload: { repository: { default_branch: 'main' } } },
        env: { GITHUB_SHA: world.head, GITHUB_REF: ref },
      });

    const elsewhere = await audit('refs/heads/topic');
    expect(elsewhere.log).toContain('This is not the default branch');
    expect(world.github.issues()).toEqual([]);

    const run = await audit('refs/heads/main');
    expect(run.code).toBe(0);
    expect(world.github.issues()).toMatchObject([
      {
        title: 'Spec portability drifted: 1 spec on 1 model',
        body: expect.stringContaining('`halves` on `hasty`'),
      },
    ]);
    expect(JSON.parse(run.outputs['verdicts'] ?? '')).toMatchObject([
      { model: 'careful', verdict: 'held' },
      { model: 'hasty', verdict: 'regressed' },
    ]);
  }, 240_000);

  test('without keys is a mistake that is named', async () => {
    await using nights = await Nights.start();
    const keyless = await nights.world.run({
      event: { name: 'schedule', payload: {} },
      env: { GITHUB_SHA: nights.world.base },
      keys: false,
    });
    expect({ code: keyless.code, log: keyless.log }).toMatchObject({
      code: 2,
      log: expect.stringContaining('KEY_MISSING'),
    });
  }, 120_000);
});

test('`audit` on the command line does what the night does, and prints it', async () => {
  await using world = await actionWorld(bundle.action);
  const argv = ['audit', '--head', world.base];
  const once = await runCli(bundle.cli, { world, argv });
  const calls = world.models.requests.length;
  const again = await runCli(bundle.cli, { world, argv });

  expect({ code: once.code, again: again.code }).toEqual({ code: 0, again: 0 });
  expect(once.stdout).toContain('No drift is open.');
  expect({ calls, afterwards: world.models.requests.length }).toEqual({ calls: 6, afterwards: 6 });
}, 60_000);
