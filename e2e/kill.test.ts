import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seededRandom } from '../src/core/statistics/seeded-random.ts';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { rangeOf, startCli } from '../src/testing/runs/run-cli.ts';
import type { Ended, Running } from '../src/testing/runs/run-node.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

let top: string;
let world: ActionWorld;
/** The undisturbed run: its records, and how long it took. */
let whole: { readonly records: string; readonly ended: Ended; readonly verdict: unknown };
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'kill-'));
  world = await demoSized(seededRandom(100));
  const records = join(top, 'whole');
  const ended = await start(records, 'whole').ended;
  whole = { records, ended, verdict: await verdictOf(records) };
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
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

/** Starts a check with keys that end in this name, which tell its calls from those of checks beside it. */
function start(records: string, name: string): Running {
  const argv = ['check', ...rangeOf(world), '--records', records, '--result', `${records}.json`];
  const keys = Object.entries(vendorKeys).map(([variable, key]) => [variable, `${key}-${name}`] as const);
  return startCli(bundle.cli, { world, argv, env: { ...Object.fromEntries(keys), TMPDIR: top } });
}

/** How many calls were made with the keys of this name. */
function callsOf(name: string): number {
  const isIts = (key: unknown): boolean => typeof key === 'string' && key.endsWith(`-${name}`);
  return world.models.seen.filter(
    ({ headers }) => isIts(headers['x-api-key']) || isIts(headers.authorization),
  ).length;
}

/** result.json without its costs. */
async function verdictOf(records: string): Promise<unknown> {
  return { ...JSON.parse(await readFile(`${records}.json`, 'utf8')), spent: null };
}

const lanes = [1, 2, 3];
const killsOfLane = 10;
const killsOfCheck = 5;

describe('30 kills, five in each check before it may end, at random calls and at random moments', () => {
  test('what is killed is a run that ends in a regression', () => {
    expect(whole.ended.code).toBe(1);
  });

  test.concurrent.each(lanes)(
    'lane %i: nothing that was stored is asked again, and the verdict is that of the undisturbed run',
    async (lane) => {
      const random = seededRandom(lane);
      const checks: Resumed[] = [];
      const kills = (): Resumed['kills'] => checks.flatMap((check) => check.kills);

      // A check that ends before its last kill is followed by one more.
      while (kills().length < killsOfLane) {
        const name = `${lane}-${checks.length}`;
        const count = Math.min(killsOfCheck, killsOfLane - kills().length);
        const dues = Array.from({ length: count }, (_, kill) => dueOf(kill, random()));
        checks.push(await killAndResume(name, dues));
        expect(await verdictOf(join(top, name))).toEqual(whole.verdict);
      }

      for (const check of checks) {
        expect(check).toMatchObject({ code: 1, overwritten: 0, stored: 20 });
        for (const { lost } of check.kills) expect(lost).toBeLessThanOrEqual(concurrency);
        expect(check.askedAgain).toBeLessThanOrEqual(sum(check.kills.map(({ lost }) => lost)));
      }
      const before = kills().map(({ kept }) => kept);
      // Otherwise this run proves nothing.
      expect(before.some((kept) => kept > 0 && kept < 20)).toBe(true);
      process.stderr.write(`lane ${lane}: stored at the kill ${before.join(' ')}\n`);
    },
  );
});

/** When the given kill of a check is due, for a random number. */
function dueOf(kill: number, random: number): IsDue {
  // Every other one between the calls, however slow the machine is; the others at any moment.
  if (kill % 2 === 0) return (made) => made >= 1 + Math.floor(12 * random);
  return (_, ms) => ms >= (0.1 + 0.5 * random) * whole.ended.ms;
}

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

async function killAndResume(name: string, dues: readonly IsDue[]): Promise<Resumed> {
  const records = join(top, name);
  // Each run has keys of its own: a request that the kernel still held at the kill may arrive while the next one runs.
  const runs: { readonly name: string; readonly kept: number; readonly isKilled: boolean }[] = [];
  const seen = new Map<string, string>();
  for (const [kill, isDue] of dues.entries()) {
    const run = `${name}.${kill}`;
    const { signal } = await killed(start(records, run), (ms) => isDue(callsOf(run), ms));
    const before = seen.size;
    for (const { path, text } of await storedRecords(records, 'generation'))
      if (!seen.has(path)) seen.set(path, text);
    runs.push({ name: run, kept: seen.size - before, isKilled: signal === 'SIGKILL' });
    if (signal !== 'SIGKILL') break;
  }

  const { code } = await start(records, `${name}.end`).ended;

  const after = new Map((await storedRecords(records, 'generation')).map(({ path, text }) => [path, text]));
  const kills = runs.filter(({ isKilled }) => isKilled);
  return {
    code,
    kills: kills.map((run, index) => ({
      kept: sum(kills.slice(0, index + 1).map(({ kept }) => kept)),
      lost: callsOf(run.name) - run.kept,
    })),
    stored: after.size,
    overwritten: [...seen].filter(([path, text]) => after.get(path) !== text).length,
    askedAgain: sum([...runs.map((run) => run.name), `${name}.end`].map(callsOf)) - after.size,
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
  const records = join(top, 'torn');
  await cp(whole.records, records, { recursive: true });
  const random = seededRandom(3);
  const torn = (await storedRecords(records, 'generation')).filter(() => random() < 0.5);
  for (const { path, text } of torn) await truncate(path, Math.floor(random() * text.length));

  const { stderr } = await start(records, 'torn').ended;

  expect(torn.length).toBeGreaterThan(4);
  expect(callsOf('torn')).toBe(torn.length);
  expect(stderr.match(/generation record [0-9a-f]{64}: is torn or no JSON/g)).toHaveLength(torn.length);
  expect(await verdictOf(records)).toEqual(whole.verdict);
});
