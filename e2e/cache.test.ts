import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { mainScopes, pullRequestScopes } from '../src/testing/runs/cache-runs.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { halves } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';
import { replaceRecord, storedRecords } from '../src/testing/builders/stored-records.ts';

/** A repository, its pull requests and its cache; every run has a fresh runner. */
class Project implements AsyncDisposable {
  readonly world: ActionWorld;
  readonly service: CacheServiceDouble;

  constructor(world: ActionWorld, service: CacheServiceDouble) {
    this.world = world;
    this.service = service;
  }

  static async start(): Promise<Project> {
    return new Project(await actionWorld(bundle.action), await CacheServiceDouble.start());
  }

  /** The same repository with a cache that holds nothing. */
  async withoutCache(): Promise<Project> {
    return new Project(this.world, await CacheServiceDouble.start());
  }

  get records(): string {
    return join(this.world.repository.directory, '.spec-portability', 'records');
  }

  async freshRunner(): Promise<void> {
    await rm(join(this.world.repository.directory, '.spec-portability'), { recursive: true, force: true });
  }

  /** A run for a pull request between the same two commits. */
  async pullRequest(of: {
    readonly number?: number;
    readonly run: string;
    readonly attempt?: string;
    readonly scopes?: readonly string[];
    readonly cache?: string;
  }): Promise<ActionRun> {
    const { number = pullRequestNumber, run, attempt = '1', cache = 'auto' } = of;
    const { event } = await this.world.request();
    const payload = Object(event.payload);
    return this.world.run({
      event: { name: event.name, payload: { ...payload, pull_request: { ...payload.pull_request, number } } },
      inputs: { cache },
      env: {
        ...this.service.environment(of.scopes ?? pullRequestScopes(number)),
        GITHUB_REF: `refs/pull/${number}/merge`,
        GITHUB_RUN_ID: run,
        GITHUB_RUN_ATTEMPT: attempt,
      },
    });
  }

  /** A run by hand on the default branch, of the base commit against another edit of it. */
  async defaultBranch(run: string): Promise<ActionRun> {
    const { repository, base } = this.world;
    await repository.git('checkout', '--quiet', base);
    await repository.write({ 'SPEC.md': `${halves.spec}\nBe brief.\n` });
    const head = await repository.commit('another edit');
    return this.world.run({
      event: {
        name: 'workflow_dispatch',
        payload: { inputs: { base, head }, repository: { default_branch: 'main' } },
      },
      inputs: { cache: 'auto' },
      env: {
        ...this.service.environment(mainScopes),
        GITHUB_REF: 'refs/heads/main',
        // The commit that the workflow runs on: without it the head could be of a fork.
        GITHUB_SHA: head,
        GITHUB_RUN_ID: run,
      },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]();
    await this.service[Symbol.asyncDispose]();
  }
}

const calls = ({ outputs }: ActionRun): { readonly asked: string; readonly replayed: string } => ({
  asked: outputs['generations'] ?? '',
  replayed: outputs['cached-generations'] ?? '',
});
const warnings = ({ log }: ActionRun): readonly string[] => log.match(/^(?:warning: |::warning).*$/gm) ?? [];

describe('records that outlive the run', () => {
  let project: Project;
  /** The records of a run on the default branch. */
  let ofDefaultBranch: string;
  beforeAll(async () => {
    project = await Project.start();
    ofDefaultBranch = await mkdtemp(join(tmpdir(), 'of-default-branch-'));
  });
  afterAll(async () => {
    await project[Symbol.asyncDispose]();
    await rm(ofDefaultBranch, { recursive: true, force: true });
  });

  test('a red run saves before it fails, and the job run again says the same for nothing', async () => {
    const first = await project.pullRequest({ run: '1' });
    expect({ code: first.code, ...calls(first) }).toEqual({ code: 1, asked: '20', replayed: '0' });
    expect(project.service.entries).toHaveLength(1);
    await project.freshRunner();

    const again = await project.pullRequest({ run: '1', attempt: '2' });

    expect({ code: again.code, ...calls(again) }).toEqual({ code: 1, asked: '0', replayed: '20' });
    expect(again.outputs['verdicts']).toBe(first.outputs['verdicts']);
    expect(project.world.models.requests).toHaveLength(20);
    expect([...warnings(first), ...warnings(again)]).toEqual([]);
    // There was nothing new to save.
    expect(project.service.entries).toHaveLength(1);

    const argv = ['report', ...rangeOf(project.world), '--pull-request', `${pullRequestNumber}`];
    const judgedAgain = await runCli(bundle.cli, { world: project.world, argv, env: {} });

    expect(judgedAgain.code).toBe(1);
    expect(await project.world.result()).toMatchObject({
      verdicts: [{ verdict: 'held' }, { verdict: 'regressed' }],
      spent: { generations: 0, cachedGenerations: 20 },
    });
    expect(project.world.models.requests).toHaveLength(20);
  });

  test('a pull request uses the base samples of the default branch, and none of another pull request', async () => {
    await project.freshRunner();
    // More entries than GitHub would show to this run: the records themselves must say whose they are.
    const leaked = [...pullRequestScopes(3), ...pullRequestScopes(pullRequestNumber)];

    const other = await project.pullRequest({ number: 3, run: '2', scopes: leaked });

    expect(project.service.requests).toContain('GET');
    expect({ code: other.code, ...calls(other) }).toEqual({ code: 1, asked: '20', replayed: '0' });

    await project.freshRunner();
    expect((await project.defaultBranch('3')).code).toBe(0);
    await cp(project.records, ofDefaultBranch, { recursive: true });
    await project.freshRunner();

    const third = await project.pullRequest({ number: 4, run: '4' });

    // Five and three samples of the head, and five of the base that confirm the block.
    expect({ code: third.code, ...calls(third) }).toEqual({ code: 1, asked: '13', replayed: '10' });
    expect(third.outputs['verdicts']).toContain('"regressed"');
  });

  test('base samples of eight days ago are not compared with, and not carried on', async () => {
    const later = await project.withoutCache();
    await using _ = later.service;
    await project.freshRunner();
    await cp(ofDefaultBranch, project.records, { recursive: true });
    const old = await storedRecords(project.records, 'generation');
    for (const { record } of old) {
      const at = record.origin.at - 8 * 24 * 60 * 60 * 1000;
      await replaceRecord(project.records, { ...record, origin: { ...record.origin, at } });
    }

    const run = await later.pullRequest({ run: '2', scopes: ['refs/pull/2/merge'] });

    expect({ code: run.code, ...calls(run) }).toEqual({ code: 1, asked: '20', replayed: '0' });
    const kept = new Set((await storedRecords(project.records, 'generation')).map(({ path }) => path));
    expect(kept.size).toBe(20);
    expect(old.filter(({ path }) => kept.has(path))).toEqual([]);
  });

  test('`cache: off` asks the service for nothing, and outside a workflow that has a cache the one warning says so', async () => {
    await using other = await Project.start();

    const run = await other.pullRequest({ run: '1', cache: 'off' });
    const outside = await other.world.run({ inputs: { cache: 'auto' } });

    expect({ code: run.code, ...calls(run) }).toEqual({ code: 1, asked: '20', replayed: '0' });
    expect(other.service.requests).toEqual([]);
    expect(warnings(run)).toEqual([]);
    expect(outside.code).toBe(1);
    expect(warnings(outside)).toEqual([expect.stringContaining('There is no Actions cache here')]);
  });

  test('a cache service that is down costs one warning and no verdict', async () => {
    await using other = await Project.start();
    other.service.fail({ on: 'GetCacheEntryDownloadURL', answer: { kind: 'status', status: 400 } });
    other.service.fail({ on: 'CreateCacheEntry', answer: { kind: 'status', status: 400 } });

    const run = await other.pullRequest({ run: '1' });

    expect({ code: run.code, ...calls(run) }).toEqual({ code: 1, asked: '20', replayed: '0' });
    expect(warnings(run)).toEqual([expect.stringContaining('so none of them is used')]);
  });
});
