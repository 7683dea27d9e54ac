import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seededRandom } from '../src/core/statistics/seeded-random.ts';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { rangeOf, startCli } from '../src/testing/runs/run-cli.ts';
import type { Ended, Running } from '../src/testing/runs/run-node.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'kill-'));
});
afterAll(async () => {
  // This also removes what killed runs left.
  await rm(top, { recursive: true, force: true });
});

const concurrency = 4;

/** As many calls as the demo makes, with tests that take no time. */
async function demoSized(random: () => number): Promise<ActionWorld> {
  return actionWorld(bundle.action, {
    latencyMs: 60,
    // An answer takes from 60 to about 250 ms.
    faults: () => ({ kind: 'slow', everyMs: Math.floor(15 * random()) }),
    config: (url) =>
      halvesConfig(url, {
        spec: { test: "grep -q 'n / 2 + 0.5' src/half.mjs", results: 'exit-code' },
        rest: { budget: { concurrency } },
      }),
  });
}

function start(world: ActionWorld, records: string): Running {
  const argv = ['check', ...rangeOf(world), '--records', records, '--result', `${records}.json`];
  return startCli(bundle.cli, { world, argv, env: { ...vendorKeys, TMPDIR: top } });
}

/** result.json without its costs. */
async function verdictOf(records: string): Promise<unknown> {
  return { ...JSON.parse(await readFile(`${records}.json`, 'utf8')), spent: null };
}

/** Each lane has so many checks, one after the other, each killed twice before it may end. */
const lanes = [1, 2, 3];
const checksPerLane = 5;

describe('30 kills, two in each check before it may end, at random calls and at random moments', () => {
  test.concurrent.each(lanes)(
    'lane %i: nothing that was stored is asked again, and the verdict is that of the undisturbed run',
    async (lane) => {
      await using world = await demoSized(seededRandom(100 + lane));
      const random = seededRandom(lane);
      const undisturbed = await start(world, join(top, `${lane}-whole`)).ended;
      expect(undisturbed.code).toBe(1);
      const verdict = await verdictOf(join(top, `${lane}-whole`));
      const checks = [];

      for (let check = 0; check < checksPerLane; check += 1) {
        const records = join(top, `${lane}-${check}`);
        const part = random();
        // The first between the calls, however slow the machine is; the second at any moment.
        const calls = 1 + Math.floor(18 * random());
        const dues: readonly IsDue[] = [
          (made) => made >= calls,
          (_, ms) => ms >= (0.1 + 0.5 * part) * undisturbed.ms,
        ];
        checks.push(await killAndResume(world, records, dues));
        expect(await verdictOf(records)).toEqual(verdict);
      }

      for (const { code, kills, overwritten, stored, askedAgain } of checks) {
        expect({ code, overwritten, stored }).toEqual({ code: 1, overwritten: 0, stored: 20 });
        for (const { lost } of kills) expect(lost).toBeLessThanOrEqual(concurrency);
        expect(askedAgain).toBeLessThanOrEqual(sum(kills.map(({ lost }) => lost)));
      }
      const before = checks.flatMap(({ kills }) => kills.map(({ kept }) => kept));
      // Otherwise this run proves nothing.
      expect(before.some((kept) => kept > 0 && kept < 20)).toBe(true);
      process.stderr.write(`lane ${lane}: stored at the kill ${before.join(' ')}\n`);
    },
  );
});

type Resumed = {
  readonly code: number | null;
  /** For each kill: the generations on disk at it, and the calls of the killed run whose answers were not. */
  readonly kills: readonly { readonly kept: number; readonly lost: number }[];
  /** Generations on disk at the end. */
  readonly stored: number;
  /** Records on disk at a kill that were written again or went away. */
  readonly overwritten: number;
  /** Calls of all runs, beyond one for each sample. */
  readonly askedAgain: number;
};

/** Whether a run that made so many calls in so many ms is killed now. */
type IsDue = (calls: number, ms: number) => boolean;

async function killAndResume(world: ActionWorld, records: string, dues: readonly IsDue[]): Promise<Resumed> {
  const asked = world.models.requests.length;
  const kills: Resumed['kills'][number][] = [];
  const seen = new Map<string, string>();
  for (const isDue of dues) {
    const [keptBefore, askedBefore] = [seen.size, world.models.requests.length];
    await killed(start(world, records), (ms) => isDue(world.models.requests.length - askedBefore, ms));
    // By then the requests that the kernel still held have arrived.
    await sleep(30);
    const calls = world.models.requests.length - askedBefore;
    for (const { path, text } of await storedRecords(records, 'generation'))
      if (!seen.has(path)) seen.set(path, text);
    kills.push({ kept: seen.size, lost: calls - (seen.size - keptBefore) });
  }

  const { code } = await start(world, records).ended;

  const after = new Map((await storedRecords(records, 'generation')).map(({ path, text }) => [path, text]));
  return {
    code,
    kills,
    stored: after.size,
    overwritten: [...seen].filter(([path, text]) => after.get(path) !== text).length,
    askedAgain: world.models.requests.length - asked - after.size,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Kills a run, unless it ends before, as soon as this many ms are enough. */
async function killed(running: Running, isDue: (ms: number) => boolean): Promise<Ended> {
  const watch = setInterval(() => {
    if (isDue(performance.now() - running.startedAt)) running.child.kill('SIGKILL');
  }, 2);
  return running.ended.finally(() => clearInterval(watch));
}

test('a torn record is as good as none: it is asked again, and said', async () => {
  await using world = await demoSized(seededRandom(100));
  const records = join(top, 'torn');
  await start(world, records).ended;
  const verdict = await verdictOf(records);
  const random = seededRandom(3);
  const torn = (await storedRecords(records, 'generation')).filter(() => random() < 0.5);
  for (const { path, text } of torn) await truncate(path, Math.floor(random() * text.length));
  const asked = world.models.requests.length;

  const { stderr } = await start(world, records).ended;

  expect(torn.length).toBeGreaterThan(4);
  expect(world.models.requests).toHaveLength(asked + torn.length);
  expect(stderr.match(/generation record [0-9a-f]{64}: is torn or no JSON/g)).toHaveLength(torn.length);
  expect(await verdictOf(records)).toEqual(verdict);
});
