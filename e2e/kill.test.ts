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

/** Each lane kills and resumes this many runs, one after the other. */
const lanes = [1, 2, 3];
const killsPerLane = 10;

describe('30 runs, each killed at a random moment and resumed', () => {
  test.concurrent.each(lanes)(
    'lane %i: nothing that was stored is asked again, and the verdict is that of the undisturbed run',
    async (lane) => {
      await using world = await demoSized(seededRandom(100 + lane));
      const random = seededRandom(lane);
      const undisturbed = await start(world, join(top, `${lane}-whole`)).ended;
      expect(undisturbed.code).toBe(1);
      const verdict = await verdictOf(join(top, `${lane}-whole`));
      const kills = [];

      for (let kill = 0; kill < killsPerLane; kill += 1) {
        const records = join(top, `${lane}-${kill}`);
        const moment = (0.2 + 0.8 * random()) * undisturbed.ms;
        kills.push(await killAndResume(world, records, moment));
        expect(await verdictOf(records)).toEqual(verdict);
      }

      for (const { code, overwritten, stored, lost, askedAgain } of kills) {
        expect({ code, overwritten, stored }).toEqual({ code: 1, overwritten: 0, stored: 20 });
        expect(lost).toBeLessThanOrEqual(concurrency);
        expect(askedAgain).toBeLessThanOrEqual(lost);
      }
      // Otherwise this run proves nothing.
      expect(kills.some(({ before }) => before > 0 && before < 20)).toBe(true);
      process.stderr.write(
        `lane ${lane}: stored at the kill ${kills.map(({ before }) => before).join(' ')}\n`,
      );
    },
  );
});

type Killed = {
  readonly code: number | null;
  /** Generations on disk at the kill, and at the end. */
  readonly before: number;
  readonly stored: number;
  /** Records of the killed run that the resumed run wrote again. */
  readonly overwritten: number;
  /** Calls of the killed run whose answers were not on disk. */
  readonly lost: number;
  /** Calls of both runs, beyond one for each sample. */
  readonly askedAgain: number;
};

async function killAndResume(world: ActionWorld, records: string, moment: number): Promise<Killed> {
  const asked = world.models.requests.length;
  await killed(start(world, records), moment);
  // By then the requests that the kernel still held have arrived.
  await sleep(30);
  const calls = world.models.requests.length - asked;
  const before = await storedRecords(records, 'generation');

  const { code } = await start(world, records).ended;

  const after = new Map((await storedRecords(records, 'generation')).map(({ path, text }) => [path, text]));
  return {
    code,
    before: before.length,
    stored: after.size,
    overwritten: before.filter(({ path, text }) => after.get(path) !== text).length,
    lost: calls - before.length,
    askedAgain: world.models.requests.length - asked - after.size,
  };
}

async function killed(running: Running, moment: number): Promise<Ended> {
  const timer = setTimeout(() => running.child.kill('SIGKILL'), moment);
  return running.ended.finally(() => clearTimeout(timer));
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
