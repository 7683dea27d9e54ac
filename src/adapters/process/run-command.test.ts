import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CommandRun } from '../../core/results/test-report.ts';
import { slowness } from '../../testing/slowness.ts';
import { until } from '../../testing/until.ts';
import { hostPath } from './environment.ts';
import { readProcessTable, startedWith } from './process-table.ts';
import { CommandNotStartedError, runCommand, type Command } from './run-command.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'run-command-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

const environment = { PATH: hostPath() };

function shell(script: string, options: Partial<Command> = {}): Promise<CommandRun> {
  const signal = new AbortController().signal;
  return runCommand({
    argv: ['/bin/sh', '-c', script],
    directory,
    environment,
    timeoutMs: 60_000_000,
    signal,
    ...options,
  });
}

/** A variable that the processes of a test carry besides ours, so that the test finds survivors in a way of its own. */
function marked(): { readonly environment: Record<string, string>; survivors(): number } {
  const canary = randomUUID();
  return {
    environment: { ...environment, CANARY: canary },
    survivors: () =>
      (readProcessTable() ?? []).filter(({ pid }) => startedWith(pid, `CANARY=${canary}`)).length,
  };
}

describe('how a command ended', () => {
  test('an exit code is an end of its own', async () => {
    const run = await shell('echo out; echo err >&2; exit 3');
    expect(run.end).toEqual({ kind: 'exited', code: 3 });
    expect(run.stdout).toEqual({ text: 'out\n', droppedBytes: 0 });
    expect(run.stderr).toEqual({ text: 'err\n', droppedBytes: 0 });
  });

  test('a signal the command dies of is named', async () => {
    expect((await shell('kill -SEGV $$')).end).toEqual({ kind: 'killed', signal: 'SIGSEGV' });
  });

  test('a shell says 127 of a program that is not there', async () => {
    expect((await shell('no-such-program-anywhere')).end).toEqual({ kind: 'exited', code: 127 });
  });

  test('a program or folder that is not there is told from a program that ran', async () => {
    await expect(shell('true', { argv: ['no-such-program-anywhere'] })).rejects.toThrow(
      CommandNotStartedError,
    );
    await expect(shell('true', { directory: '/no/such/folder' })).rejects.toThrow(CommandNotStartedError);
    await expect(shell('true', { argv: ['a\0b'] })).rejects.toThrow(CommandNotStartedError);
  });

  test('cancelling ends a command, and one cancelled before is not started', async () => {
    const controller = new AbortController();
    const running = shell('echo begun; touch begun; sleep 99999', { signal: controller.signal });
    await until(() => existsSync(join(directory, 'begun')));
    controller.abort();
    const run = await running;
    expect(run.end).toEqual({ kind: 'cancelled' });
    expect(run.stdout.text).toBe('begun\n');
    expect((await shell('echo begun', { signal: controller.signal })).stdout.text).toBe('');
  });

  test('nothing of our own environment is inherited, and there is no input', async () => {
    process.env['SECRET_CANARY'] = 'leaked';
    const run = await shell('env; cat').finally(() => delete process.env['SECRET_CANARY']);
    expect(run.stdout.text).not.toContain('leaked');
    expect(run.stdout.text).not.toMatch(/^(HOME|USER|NODE)/m);
  });
});

describe('a command that waits for its turn', () => {
  const begin = 'read -r line';
  const place = (name: string): string => join(directory, name);

  test('is started before, gets a line and nothing more as its input, and is timed from then on', async () => {
    let begun = 0;
    const run = await shell(`touch is-up; ${begin}; echo "[$line]"; cat`, {
      turn: async (task) => {
        await until(() => existsSync(place('is-up')));
        begun = performance.now();
        return task();
      },
    });
    expect(run.stdout.text).toBe('[]\n');
    expect(run.durationMs).toBeLessThanOrEqual(performance.now() - begun);
  });

  test('has all its time when its turn comes, however late that is', async () => {
    const timeoutMs = 1000 * slowness();
    const run = await shell(begin, { timeoutMs, turn: async (task) => sleep(1.2 * timeoutMs).then(task) });
    expect(run.end).toEqual({ kind: 'exited', code: 0 });
  });

  test('keeps its turn until the last of its processes is gone', async () => {
    const mark = marked();
    const left: number[] = [];
    await shell(`${begin}; setsid sleep 99999 & sleep 0.1`, {
      environment: mark.environment,
      turn: async (task) => {
        const done = await task();
        left.push(mark.survivors());
        return done;
      },
    });
    expect(left).toEqual([0]);
  });

  test('may be cancelled while it waits, and leaves nothing behind', async () => {
    const mark = marked();
    const controller = new AbortController();
    const run = await shell(`touch is-there; ${begin}; sleep 99999`, {
      environment: mark.environment,
      signal: controller.signal,
      turn: async (task) => {
        await until(() => existsSync(place('is-there')));
        controller.abort();
        return task();
      },
    });
    expect(run.end).toEqual({ kind: 'cancelled' });
    expect(mark.survivors()).toBe(0);
  });

  test('is ended where its turn never comes', async () => {
    const mark = marked();
    const turn = (): Promise<never> => Promise.reject(new Error('the queue is gone'));
    await expect(shell(begin, { environment: mark.environment, turn })).rejects.toThrow('the queue is gone');
    expect(mark.survivors()).toBe(0);
  });

  test('may have ended before its turn', async () => {
    const mark = marked();
    const run = await shell('exit 7', {
      environment: mark.environment,
      turn: async (task) => until(() => mark.survivors() === 0).then(task),
    });
    expect(run.end).toEqual({ kind: 'exited', code: 7 });
  });
});

describe('no process is left behind', () => {
  const fork = `${process.execPath} -e "
    const { spawn } = require('node:child_process');
    spawn('setsid', ['sh', '-c', '(sleep 99999 &) ; sleep 99999'], { detached: true, stdio: 'inherit' }).unref();
    setTimeout(() => {}, Number(process.argv[1]));"`;

  test('a timeout kills children that ignore SIGTERM, left the session or were forked twice', async () => {
    const mark = marked();
    const script = `trap '' TERM; (setsid sh -c 'sleep 99999 & sleep 99999' &) ; ${fork} 99999000`;
    const run = await shell(script, { environment: mark.environment, timeoutMs: 1000 });
    expect(run.end).toEqual({ kind: 'timed-out' });
    expect(mark.survivors()).toBe(0);
  });

  test('a grandchild that holds stdout does not delay the timeout', async () => {
    const run = await shell('echo begun; setsid sleep 99999 & sleep 99999', { timeoutMs: 500 * slowness() });
    expect(run.end).toEqual({ kind: 'timed-out' });
    expect(run.stdout.text).toBe('begun\n');
  });

  test('what is left after a normal exit is killed too, and the exit is what counts', async () => {
    const mark = marked();
    const run = await shell(`${fork} 200; sleep 99999 & exit 0`, { environment: mark.environment });
    expect(run.end).toEqual({ kind: 'exited', code: 0 });
    expect(mark.survivors()).toBe(0);
  });

  test('a child with an emptied environment is found by its group, its session or its parent', async () => {
    const run = await shell(
      `env -i sleep 99999 & echo $!; env -i setsid sleep 99999 & echo $!; sleep ${1.2 * slowness()}`,
    );
    const pids = new Set(run.stdout.text.trim().split('\n').map(Number));
    expect(pids.size).toBe(2);
    expect((readProcessTable() ?? []).filter(({ pid }) => pids.has(pid))).toEqual([]);
  });

  test('a small fork bomb is killed', async () => {
    const mark = marked();
    const script =
      'bomb() { sleep 0.05; if [ $1 -lt 6 ]; then bomb $(($1 + 1)) & bomb $(($1 + 1)) & fi; sleep 99999; }; bomb 0';
    await shell(script, { environment: mark.environment, timeoutMs: 400 });
    expect(mark.survivors()).toBe(0);
  });

  test('commands side by side do not kill each other', async () => {
    const runs = await Promise.all([shell('sleep 1; echo whole'), shell('sleep 99999', { timeoutMs: 200 })]);
    expect(runs.map((run) => run.end.kind)).toEqual(['exited', 'timed-out']);
  });
});

describe('output', () => {
  test('a flood is drained without growing, and head and tail are kept', async () => {
    const before = process.memoryUsage().rss;
    const run = await shell('echo first; yes 0123456789 | head -c 150000000; echo last', {
      outputCapBytes: 10_000,
    });
    expect(run.end).toEqual({ kind: 'exited', code: 0 });
    expect(run.stdout.text.startsWith('first\n0123456789\n')).toBe(true);
    expect(run.stdout.text.endsWith('last\n')).toBe(true);
    expect(run.stdout.text.length).toBeLessThan(10_100);
    expect(run.stdout.droppedBytes).toBe(150_000_011 - 10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('a command that only floods ends at its timeout', async () => {
    const run = await shell('yes', { timeoutMs: 300 * slowness() });
    expect(run.end).toEqual({ kind: 'timed-out' });
    expect(run.stdout.droppedBytes).toBeGreaterThan(0);
  });

  test('bytes that are no text become replacement characters', async () => {
    expect((await shell(String.raw`printf 'a\377b\000c'`)).stdout.text).toBe('a\uFFFDb\0c');
  });
});
