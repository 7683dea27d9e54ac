import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { open, readFile, unlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { CommandRun } from '../../core/results/test-report.ts';
import { SandboxError } from '../../errors.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { until } from '../../testing/until.ts';
import { hostPath } from './environment.ts';
import { openLauncher } from './launcher.ts';
import { readProcessTable, startedWith } from './process-table.ts';
import { runCommand, type Command } from './run-command.ts';

const file = fileURLToPath(new URL('../../inside/launcher.mjs', import.meta.url));
const secret = 'SECRET_OF_THE_CALLER';

function shell(script: string, options: Partial<Command> = {}): Promise<CommandRun> {
  return runCommand({
    ...{ argv: ['/bin/sh', '-c', script], directory: '/', environment: { PATH: hostPath() } },
    ...{ timeoutMs: 600_000, signal: new AbortController().signal },
    ...options,
  });
}

/** Never 0 or 1: a signal to one of them would reach others than it is meant for. */
async function parentOf(): Promise<number> {
  const parent = Number((await shell('echo $PPID')).stdout.text);
  if (!(parent > 1)) throw new Error('the command did not say who started it');
  return parent;
}

function linkOf(name: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${name}`);
  } catch {
    return '';
  }
}

describe('the process that starts commands', () => {
  test('is no process of ours, is small, and its environment holds nothing but its channel', async () => {
    process.env[secret] = randomUUID();
    openLauncher(file);
    delete process.env[secret];

    const launcher = await parentOf();

    expect(launcher).not.toBe(process.pid);
    const variables = readFileSync(`/proc/${launcher}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(new Set(variables.map((line) => line.split('=')[0]))).toEqual(
      new Set(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']),
    );
    expect(readFileSync(`/proc/${launcher}/cmdline`, 'utf8')).toBe(
      `${process.execPath}\0--single-threaded\0${file}\0`,
    );
    const status = readFileSync(`/proc/${launcher}/status`, 'utf8');
    expect(Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1])).toBeLessThan(80_000);
  });

  test('hands on files of ours, also those that have no name any more', async () => {
    openLauncher(file);
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'file');
    await using written = await open(path, 'ax');
    await using read = await open(file);
    await using again = await open(path);
    await unlink(path);

    const run = await shell('head -c 20 <&4; echo one >&3; echo two >&3', {
      descriptors: [written.fd, read.fd],
    });

    expect(run.stdout.text).toBe((await readFile(file, 'utf8')).slice(0, 20));
    expect(await again.readFile('utf8')).toBe('one\ntwo\n');
  });

  test('cannot be given a socket, so that a command with one is started without it', async () => {
    openLauncher(file);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = readdirSync('/proc/self/fd').find((name) => linkOf(name).startsWith('socket:'));

    const run = await shell('echo $PPID; readlink /proc/$$/fd/3', { descriptors: [Number(socket)] });

    server.close();
    expect(run.stdout.text).toMatch(new RegExp(`^${process.pid}\\nsocket:`));
  });

  test('may end: what it ran is killed and says nothing, and the next command is started without it', async () => {
    openLauncher(file);
    const launcher = await parentOf();
    const canary = `CANARY=${randomUUID()}`;
    const living = (): number =>
      (readProcessTable() ?? []).filter(({ pid }) => startedWith(pid, canary)).length;
    const running = shell('sleep 999', {
      environment: { PATH: hostPath(), CANARY: canary.slice('CANARY='.length) },
    });
    await until(() => living() > 0);

    process.kill(launcher, 'SIGKILL');

    await expect(running).rejects.toThrow(SandboxError);
    expect(living()).toBe(0);
    expect(await parentOf()).toBe(process.pid);
  });
});

test('when we are killed, what it started dies with us, and so does it', async () => {
  const canary = randomUUID();
  const place = (name: string): string => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  const script = `
    import { openLauncher } from ${place('launcher.ts')};
    import { runCommand } from ${place('run-command.ts')};
    openLauncher(${JSON.stringify(file)});
    const run = (script) => runCommand({
      argv: ['/bin/sh', '-c', script], directory: '/', timeoutMs: 600_000,
      environment: { PATH: process.env.PATH, CANARY: '${canary}' }, signal: new AbortController().signal,
    });
    console.log((await run('echo $PPID')).stdout.text);
    void run('sleep 999');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let launcher = '';
  child.stdout.on('data', (chunk: Buffer) => (launcher += chunk.toString()));
  const table = (): readonly number[] => (readProcessTable() ?? []).map(({ pid }) => pid);
  const ran = (): number => table().filter((pid) => startedWith(pid, `CANARY=${canary}`)).length;
  await until(() => launcher !== '' && ran() > 0);

  child.kill('SIGKILL');

  await until(() => ran() === 0 && !table().includes(Number(launcher)));
  expect(Number(launcher)).toBeGreaterThan(1);
});
