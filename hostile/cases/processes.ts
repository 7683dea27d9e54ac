import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { someProcessShows } from '../../src/adapters/process/process-table.ts';
import { endOf, inNode, type HostileCase } from '../hostile-case.ts';

/** Attacks that try to outlive their command. A tag in the command line identifies our own processes. */
export const processCases: readonly HostileCase[] = [
  surviving(
    'setsid and double fork',
    (tag) => `(setsid sh -c 'setsid sleep ${tag} & exit' &) ; sleep 0.2; exit 0`,
    ['exited', 1500],
  ),
  surviving(
    'a grandchild that holds the output',
    (tag) => `sh -c 'sleep ${tag} &'; sh -c '(setsid sleep ${tag} &)'; echo done`,
    ['exited', 1500],
  ),
  surviving(
    'ignoring every signal',
    (tag) => `trap '' TERM INT HUP QUIT TSTP; sh -c "trap '' TERM INT HUP; sleep ${tag}"; sleep ${tag}`,
    ['timed-out', 1500],
  ),
  surviving(
    'stopping itself',
    (tag) => `sh -c 'kill -STOP $$' & sleep ${tag} & kill -STOP $$; sleep ${tag}`,
    ['timed-out', 1500],
  ),
  surviving(
    'a daemon in Node, without an environment',
    (tag) =>
      inNode(
        `spawn('sleep', ['${tag}'], { detached: true, stdio: 'ignore', env: {} }).unref(); spawn('sh', ['-c', 'exec -a x sleep ${tag}'], { detached: true, stdio: 'inherit', env: { PATH: process.env.PATH } }).unref();`,
      ),
    ['exited', 1500],
  ),
  {
    ...surviving('a fork bomb', (tag) => `bomb() { bomb | bomb & }; sleep ${tag} & bomb; sleep ${tag}`, [
      null,
      2000,
    ]),
    asRootToo: true,
  },
  {
    ...surviving(
      'a thousand processes',
      (tag) => `i=0; while [ $i -lt 1000 ]; do sleep ${tag} & i=$((i+1)); done 2>/dev/null; wait`,
      [null, 3000],
    ),
    asRootToo: true,
  },
  surviving(
    'renaming itself and waiting for the end',
    (tag) =>
      inNode(
        `process.title = 'init'; for (let i = 0; i < 5; i++) spawn('sh', ['-c', 'while :; do sleep ${tag}; done'], { detached: true, stdio: 'ignore' });`,
      ),
    ['timed-out', 1500],
  ),
  {
    name: 'the action is killed',
    tried: 'SIGKILL to the process that started the sandbox, while a test sleeps in it',
    asRootToo: true,
    attack: async (world) => {
      const tag = newTag();
      const child = spawn(world.node, [world.program, '--sleep', tag], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const isUp = await until(() => someSleeper(tag), 20_000);
      child.kill('SIGKILL');
      const isGone = await until(() => !someSleeper(tag), 3000);
      return {
        isBlocked: isUp && isGone,
        happened: isUp
          ? isGone
            ? 'the sandbox died with it'
            : 'the sandbox lives on'
          : 'the attack was not made',
      };
    },
  },
];

/** Whether a process with this tag is still running: the program itself, not a shell that names it. */
function someSleeper(tag: string): boolean {
  return someProcessShows(`sleep\0${tag}\0`);
}

function surviving(
  name: string,
  command: (tag: string) => string,
  [expected, timeoutMs]: readonly [end: 'exited' | 'timed-out' | null, timeoutMs: number],
): HostileCase {
  return {
    name,
    tried: command('N').replaceAll(/\s+/g, ' ').slice(0, 70),
    attack: async (world) => {
      const tag = newTag();
      const started = performance.now();
      const { run } = await world.command(command(tag), timeoutMs);
      const tookMs = performance.now() - started;
      const isGone = await until(() => !someSleeper(tag), 500);
      const isInTime = tookMs < timeoutMs + 15_000;
      const isExpected = expected === null || run.end.kind === expected;
      return {
        isBlocked: isGone && isInTime && isExpected,
        happened: `${endOf(run)} after ${(tookMs / 1000).toFixed(1)} s, ${isGone ? 'nobody survived' : 'SURVIVORS'}`,
      };
    },
  };
}

function newTag(): string {
  return `3${randomInt(100_000, 999_999)}.5`;
}

async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await sleep(20))
    if (isSo()) return true;
  return isSo();
}
