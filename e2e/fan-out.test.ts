import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { comparableResult } from '../src/testing/builders/comparable-result.ts';
import { FanOutJobs, fanOutPath } from '../src/testing/runs/fan-out-jobs.ts';
import { manySpecs } from '../src/testing/builders/many-specs.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

const situation = manySpecs({ specs: 3, looks: [3, 5], budget: { concurrency: 3 } });

async function verdictsFromRecords(world: ActionWorld, records: string): Promise<unknown> {
  const argv = ['report', ...rangeOf(world), '--pull-request', `${pullRequestNumber}`, '--records', records];
  await runCli(bundle.cli, { world, argv });
  return Object(await world.result()).verdicts;
}

/** Three shards that are done. Tests go on from copies of what they uploaded, each with a cache of its own. */
type Done = {
  readonly world: ActionWorld;
  readonly jobs: FanOutJobs;
  readonly plan: Awaited<ReturnType<FanOutJobs['plan']>>;
  readonly shards: readonly ActionRun[];
};

const opened = new AsyncDisposableStack();
let single: { readonly code: number | null; readonly result: unknown };
let three: Done;
let world: ActionWorld;
beforeAll(async () => {
  await using alone = await actionWorld(bundle.action, situation);
  const { code } = await alone.run();
  single = { code, result: await alone.result() };
  world = opened.use(await actionWorld(bundle.action, situation));
  const service = opened.use(await CacheServiceDouble.start());
  const jobs = opened.use(await FanOutJobs.start(world, service));
  const plan = await jobs.plan('3');
  three = { world, jobs, plan, shards: await jobs.shards(plan.ids) };
});
afterAll(async () => opened.disposeAsync());

async function oneShard(stack: AsyncDisposableStack, service: CacheServiceDouble): Promise<Done> {
  const own = stack.use(await actionWorld(bundle.action, situation));
  const jobs = stack.use(await FanOutJobs.start(own, service));
  const plan = await jobs.plan('1');
  return { world: own, jobs, plan, shards: await jobs.shards(plan.ids) };
}

describe('a check in many jobs', () => {
  test.each([[1], [3]])('of %s shards says what one job says', async (count) => {
    await using stack = new AsyncDisposableStack();
    const service = stack.use(await CacheServiceDouble.start());
    const of =
      count === 1
        ? await oneShard(stack, service)
        : { ...three, jobs: stack.use(await three.jobs.copied(service)) };
    const { jobs } = of;

    const report = await jobs.report();

    expect(of.plan.outputs).toMatchObject({ 'has-work': 'true' });
    expect(of.plan.ids).toHaveLength(count);
    expect(of.shards.map(({ code }) => code)).toEqual(of.plan.ids.map(() => 0));
    expect(report.code).toBe(single.code);
    expect(report.code).toBe(1);
    expect(comparableResult(report.result)).toEqual(comparableResult(single.result));
    expect(of.world.github.comments(pullRequestNumber)).toHaveLength(1);
    // Only the job that reports saves records, and they are all that a later run needs.
    expect(service.entries).toHaveLength(1);
    const asked = of.world.models.requests.length;
    const workspace = await jobs.checkout();
    const again = await jobs.job({ workspace, inputs: { mode: 'check' } });
    expect(again.outputs).toMatchObject({ generations: '0', verdicts: report.outputs['verdicts'] });
    expect(of.world.models.requests).toHaveLength(asked);
    const records = join(report.workspace, '.spec-portability/records');
    expect(await verdictsFromRecords(of.world, records)).toEqual(Object(report.result).verdicts);
  });

  test('with a shard killed, one result damaged and one doubled judges what is there, names the killed one and fails', async () => {
    await using service = await CacheServiceDouble.start();
    await using jobs = await three.jobs.copied(service);
    const place = (id: string): string =>
      join(jobs.artifacts.get(`spec-portability-shard-${id}`) ?? '', `shard-${id}`);
    // Killed: some of its records are there, but no result.
    const killed = await storedRecords(join(place('1'), 'records'), 'generation');
    for (const { path } of killed.slice(0, 4)) await rm(path);
    await rm(join(place('1'), 'shard.json'));
    // Damaged: torn in the middle.
    const [torn] = await storedRecords(join(place('2'), 'records'), 'generation');
    await truncate(torn?.path ?? '', 100);
    // Copied: under its own name, under a name of no shard, and its records among those of another shard.
    await cp(place('3'), join(place('3'), '..', 'shard-9'), { recursive: true });
    await cp(join(place('3'), 'records'), join(place('2'), 'records'), { recursive: true });

    const report = await jobs.report();

    expect(report.code).not.toBe(0);
    const { conclusion, notes, verdicts } = Object(report.result);
    expect(conclusion).toBe('failure');
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Shard 1 of 3 left no result: .* count as unmeasured \(s\d\d on /),
        expect.stringContaining('the shards left 1 could not be relied on'),
      ]),
    );
    expect(JSON.stringify(verdicts)).toMatch(/"unmeasured":[1-9]/);
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('Shard 1 of 3');
    const records = join(report.workspace, '.spec-portability/records');
    expect(await verdictsFromRecords(world, records)).toEqual(verdicts);
  });

  test.each([
    ['torn in the middle', (text: string) => text.slice(0, text.length / 2)],
    [
      'of another plan',
      (text: string) => text.replace(/"plan":"[0-9a-f]{64}"/, `"plan":"${'0'.repeat(64)}"`),
    ],
  ])('with the result of a shard %s goes by its records, names it and fails', async (_, damaged) => {
    await using service = await CacheServiceDouble.start();
    await using jobs = await three.jobs.copied(service);
    const path = join(jobs.artifacts.get('spec-portability-shard-1') ?? '', 'shard-1/shard.json');
    const text = await readFile(path, 'utf8');
    expect(damaged(text)).not.toBe(text);
    await writeFile(path, damaged(text));

    const report = await jobs.report();

    expect(report.code).toBe(1);
    const { conclusion, notes, verdicts, spent } = Object(report.result);
    expect(conclusion).toBe('failure');
    expect(notes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Shard 1 of 3 left no result: its samples/)]),
    );
    // Every answer is on record, and each says which run paid for it.
    expect(JSON.stringify(verdicts)).not.toMatch(/"unmeasured":[1-9]/);
    expect(spent.generations).toBe(world.models.requests.length);
    const records = join(report.workspace, '.spec-portability/records');
    expect(await verdictsFromRecords(world, records)).toEqual(verdicts);
  });

  test('in which a shard fails says why, and goes on with the others', async () => {
    await using service = await CacheServiceDouble.start();
    await using jobs = await three.jobs.copied(service);
    jobs.artifacts.delete('spec-portability-shard-1');
    const workspace = await jobs.checkout();
    await jobs.download(workspace, ['spec-portability-plan']);
    const failed = await jobs.job({ workspace, inputs: { mode: 'shard', shard: '1' }, keys: false });
    await jobs.upload('spec-portability-shard-1', join(workspace, fanOutPath), 'shard-1');

    const report = await jobs.report();

    expect(failed.code).toBe(2);
    expect(report.code).not.toBe(0);
    expect(Object(report.result).notes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Shard 1 of 3 ended early \(KEY_MISSING/)]),
    );
  });
});

describe('a plan of another job', () => {
  test('with nothing to ask has no shards, and the report passes', async () => {
    await using world = await actionWorld(bundle.action, {
      ...situation,
      head: (repository) => repository.write({ 'README.md': 'nothing of a spec\n' }),
    });
    await using service = await CacheServiceDouble.start();
    await using jobs = await FanOutJobs.start(world, service);

    const plan = await jobs.plan();
    const report = await jobs.report();

    expect(plan.outputs).toMatchObject({ 'has-work': 'false', matrix: '{"shard":[]}' });
    expect({ code: report.code, conclusion: report.outputs['conclusion'] }).toEqual({
      code: 0,
      conclusion: 'success',
    });
  });

  test('that got lost is no reason to pass', async () => {
    await using world = await actionWorld(bundle.action, situation);
    await using service = await CacheServiceDouble.start();
    await using jobs = await FanOutJobs.start(world, service);

    const report = await jobs.report();

    expect(report.code).toBe(2);
    expect(report.log).toContain('PLAN_FILE_UNUSABLE');
    expect(world.models.requests).toEqual([]);
  });

  test.each([
    [
      'that gives a shard more than its share',
      (text: string) => text.replace(/"generations":\d+/, '"generations":9999'),
    ],
    ['that moves a question', (text: string) => text.replace(/"questions":\[0,/, '"questions":[')],
    [
      'that draws other samples than it may',
      (text: string) => text.replace('"baseSamples":[0,', '"baseSamples":[7,7,'),
    ],
    ['that is torn', (text: string) => text.slice(0, 300)],
  ])('%s is refused before anything is asked', async (_, change) => {
    await using service = await CacheServiceDouble.start();
    await using jobs = await three.jobs.copied(service);
    const asked = world.models.requests.length;
    const path = join(jobs.artifacts.get('spec-portability-plan') ?? '', 'plan.json');
    const text = await readFile(path, 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(path, change(text));

    const shard = await jobs.shard('1');

    expect(shard.code).toBe(2);
    expect(shard.log).toContain('PLAN_FILE_UNUSABLE');
    expect(world.models.requests).toHaveLength(asked);
    expect(await readdir(join(shard.workspace, fanOutPath))).toContain('plan.json');
  });
});
