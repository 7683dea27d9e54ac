import { atOnce } from '../../core/at-once.ts';
import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxError } from '../../errors.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest, View } from '../../ports/sandbox.ts';
import { cleanEnvironment } from '../process/environment.ts';
import { someProcessShows } from '../process/process-table.ts';
import { reachedBySetup } from './attack-setup.ts';
import { callAttempts } from './call-attempts.ts';
import type { SandboxPlaces } from './opened-sandbox.ts';
import { probeNames, probeScript, type ProbeTargets } from './probe-script.ts';
import { refusedCallNumbers } from './seccomp-filters.ts';
import type { Allowance } from './watch-memory.ts';

/** One attack that was tried from inside; `said` is what happened if it was not blocked. */
export type Probe = { readonly name: string; readonly isBlocked: boolean; readonly said: string };

/** The attacks that came through, in one line; null if none did. What all of them say is said once. */
export function missedWords(probes: readonly Probe[]): string | null {
  const missed = probes.filter(({ isBlocked }) => !isBlocked);
  if (missed.length === 0) return null;
  const each = [...new Set(missed.map(({ said }) => said))].map((said) => {
    const names = missed.filter((one) => one.said === said).map(({ name }) => name);
    return `${names.join(', ')} (${said})`;
  });
  return `it stops too little: ${missed.length} of ${probes.length} attempts to break out came through: ${each.join('; ')}`;
}

type Run = (request: CommandRequest) => Promise<CommandRun>;

/** A sandbox to be attacked: a function that runs a test command in it, and an empty folder that it may show. */
export type Attack = {
  readonly run: Run;
  /** What our own watch is for; null where somebody else sets the limits of all processes together. */
  readonly watched: { readonly within: (allowance: Allowance) => Run } | null;
  readonly places: SandboxPlaces;
  readonly folder: string;
};

/** Tries to break out, in the same way in which cells run; once for each job. */
export async function attackSandbox(attack: Attack): Promise<readonly Probe[]> {
  const canary = randomBytes(16).toString('hex');
  using _ = attack.places.setVariable('SPEC_PORTABILITY_CANARY', canary);
  const view = await makeTarget(attack.folder);
  const hostFile = join(attack.folder, 'attack/host-file');
  const targets: ProbeTargets = {
    canary,
    protectedFile: join(view.root, 'tests/a/kept.test.js'),
    protectedFolder: join(view.root, 'tests'),
    dependency: join(view.root, 'node_modules'),
    homeFile: join(attack.places.home, `.spec-portability-${randomBytes(8).toString('hex')}`),
    hostFile,
    hostFolder: view.files,
    attempts: callAttempts(refusedCallNumbers[arch()] ?? {}),
  };
  const probes = await atOnce(
    [
      () => answersOf(attack, view, targets),
      async () => [await survivorsOf(attack, view)],
      () => sumsOf(attack, view),
      () => servicesOf(attack),
    ],
    (probe) => probe(),
  );
  return probes.flat();
}

async function makeTarget(folder: string): Promise<View> {
  const place = join(folder, 'attack');
  const root = join(place, 'place/tree');
  for (const name of ['place', 'files', 'kept/a', 'modules', 'reports'])
    await mkdir(join(place, name), { recursive: true });
  await chmod(place, 0o755);
  await writeFile(join(place, 'kept/a/kept.test.js'), 'kept');
  await writeFile(join(place, 'host-file'), 'secret');
  return {
    root,
    files: join(place, 'files'),
    home: join(place, 'home'),
    temporary: join(place, 'tmp'),
    reports: null,
    bring: null,
    mostReportBytes: 16 * 1024 * 1024,
    readOnly: [
      { from: join(place, 'kept/a'), to: join(root, 'tests/a') },
      { from: join(place, 'modules'), to: join(root, 'node_modules') },
    ],
    writable: [],
  };
}

async function answersOf(attack: Attack, view: View, targets: ProbeTargets): Promise<readonly Probe[]> {
  const script = quoted(probeScript);
  // Encoded, because the script searches command lines for these very values.
  const told = Buffer.from(JSON.stringify(targets)).toString('base64');
  // The sandbox's user may not be able to reach our own Node. Tests then run on the next one on PATH, and so do the
  // probes.
  const command = `node=${quoted(attack.places.node)}; [ -x "$node" ] || node=node; "$node" --input-type=module -e ${script} ${told}`;
  const run = await runProbe(attack, view, { command, timeoutMs: 20_000 });
  const answers = new Map([...readAnswers(run.stdout.text), ...(await leftInHome(targets.homeFile))]);
  const names = Object.entries(probeNames).filter(([key]) => attack.watched !== null || !ofOurOwn.has(key));
  return names.map(([key, name]) => {
    const said = answers.get(key) ?? `no answer: ${run.stderr.text.trim().slice(0, 300)}`;
    return { name, isBlocked: said === '', said };
  });
}

/** Starts a process that leaves its session and its parent, then kills it as every timeout does. */
async function survivorsOf(attack: Attack, view: View): Promise<Probe> {
  const tag = `4${randomBytes(3).readUIntBE(0, 3)}.5`;
  const isAlive = (): boolean => someProcessShows(`sleep\0${tag}\0`);
  const stop = new AbortController();
  const command = `(setsid sleep ${tag} &) ; sleep ${tag}`;
  const running = runProbe(attack, view, { command, timeoutMs: 20_000, signal: stop.signal });
  let hasEnded = false;
  void running.finally(() => void (hasEnded = true));
  while (!hasEnded && !isAlive()) await sleep(10);
  stop.abort();
  const run = await running;
  for (let look = 0; look < 20 && isAlive(); look += 1) await sleep(25);
  const isBlocked = run.end.kind === 'cancelled' && !isAlive();
  return { name: 'nothing survives the kill', isBlocked, said: isBlocked ? '' : endOf(run) };
}

/** Thrown by a sandbox that would have to run a setup in the network of the machine. */
export class SharedNetworkError extends Error {
  override readonly name = 'SharedNetworkError';
}

/** A container has the filter of its engine, and a channel that it can open. */
const ofOurOwn = new Set(['calls', 'channel']);

const mebibyte = 1024 * 1024;

/** Uses a little of everything, of which only the sum is more than is allowed. */
async function sumsOf(attack: Attack, view: View): Promise<readonly Probe[]> {
  const { watched } = attack;
  if (watched === null) return [];
  const allowed = { memoryBytes: 24 * mebibyte, files: 400, leftBytes: 0 };
  // tail holds it all, because nobody reads what it writes.
  const fill = 'head -c 6000000 /dev/zero | tail -c 6000000 | sleep 60';
  const ways = [
    {
      name: 'the memory of all processes together is limited',
      limit: 'memory',
      command: `${fill} & ${fill} & head -c 18000000 /dev/zero > /tmp/filled-by-the-probe; wait`,
    },
    {
      name: 'the number of files is limited',
      limit: 'files',
      command: `for at in /tmp /dev/shm; do i=0; while [ $i -lt 300 ]; do : > $at/$i; i=$((i+1)); done; done; sleep 60`,
    },
  ];
  return atOnce(ways, async ({ name, limit, command }): Promise<Probe> => {
    const run = await runProbe({ ...attack, run: watched.within(allowed) }, view, {
      command,
      timeoutMs: 20_000,
    });
    const isBlocked = run.end.kind === 'over-limit' && run.end.limit === limit;
    return { name, isBlocked, said: isBlocked ? '' : endOf(run) };
  });
}

/** Only where a setup has a network of its own: otherwise it is said aloud when one runs. */
async function servicesOf(attack: Attack): Promise<readonly Probe[]> {
  if (attack.watched === null) return [];
  const place = join(attack.folder, 'setup');
  for (const name of ['files', 'home', 'tmp']) await mkdir(join(place, name), { recursive: true });
  const view: View = {
    ...{ root: join(place, 'files'), files: join(place, 'files'), home: join(place, 'home') },
    ...{
      temporary: join(place, 'tmp'),
      reports: null,
      bring: null,
      mostReportBytes: 0,
      readOnly: [],
      writable: [],
    },
  };
  const said = await reachedBySetup(attack.run, attack.places, view).catch((error: unknown) => {
    if (error instanceof SharedNetworkError) return null;
    if (error instanceof SandboxError) return error.message;
    throw error;
  });
  if (said === null) return [];
  return [{ name: 'setup reaches no service of the machine', isBlocked: said === '', said }];
}

/** How a probe ended that should have been ended. */
function endOf({ end, stderr }: CommandRun): string {
  const how = end.kind === 'exited' ? `exited with ${end.code}` : end.kind;
  const said = stderr.text.trim().slice(0, 300);
  return said === '' ? how : `${how}: ${said}`;
}

async function runProbe(
  { run, places }: Pick<Attack, 'run' | 'places'>,
  view: View,
  of: { readonly command: string; readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<CommandRun> {
  try {
    return await run({
      purpose: 'test',
      ...of,
      directory: view.root,
      environment: cleanEnvironment({ home: view.home, path: places.path, temporary: view.temporary }),
      view,
      signal: of.signal ?? new AbortController().signal,
      turn: (task) => task(),
    });
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const nothing = { text: '', droppedBytes: 0 };
    const stderr = { text: error.message, droppedBytes: 0 };
    return { end: { kind: 'exited', code: 125 }, stdout: nothing, stderr, durationMs: 0 };
  }
}

type Answer = readonly [name: string, said: string];

function readAnswers(text: string): readonly Answer[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, said]): Answer => [name, String(said)]);
  } catch {
    return [];
  }
}

/** Only from outside it is seen where a file was written: a sandbox may have a folder of its own at the path of HOME. */
async function leftInHome(file: string): Promise<readonly Answer[]> {
  if ((await lstat(file).catch(() => null)) === null) return [];
  await rm(file, { force: true });
  return [['home', 'HOME was written']];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
