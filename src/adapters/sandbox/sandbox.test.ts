import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { cleanEnvironment, hostPath } from '../process/environment.ts';
import { aView } from '../../testing/builders/a-view.ts';
import { openBare } from './bare.ts';
import { chooseSandbox } from './choose-sandbox.ts';
import { LevelUnavailableError, type OpenedSandbox } from './opened-sandbox.ts';

const neither = {
  none: () => openBare({ path: hostPath(), home: '/home/h', changeable: [], warn: () => undefined }),
  bubblewrap: () => Promise.reject(new LevelUnavailableError('`bwrap` is not on PATH')),
  docker: () => Promise.reject(new LevelUnavailableError('`docker` is not on PATH')),
};

test.each(['auto', 'bubblewrap', 'docker'] as const)(
  '`sandbox: %s` is refused rather than run with less',
  async (level) => {
    await expect(chooseSandbox(level, neither)).rejects.toThrow(
      /SANDBOX_UNAVAILABLE.*no generated code was run.*not on PATH.*apt-get install.*bubblewrap.*sandbox: none/,
    );
  },
);

test('`auto` is bubblewrap, else docker', async () => {
  const opened = (level: 'bubblewrap' | 'docker'): OpenedSandbox => ({
    level,
    isolation: { level, version: '1', probes: null },
    run: () => Promise.reject(new Error('not to be run')),
    [Symbol.asyncDispose]: async () => undefined,
  });
  const docker = async (): Promise<OpenedSandbox> => opened('docker');
  const both = { ...neither, bubblewrap: async (): Promise<OpenedSandbox> => opened('bubblewrap'), docker };
  expect((await chooseSandbox('auto', both)).level).toBe('bubblewrap');
  expect((await chooseSandbox('auto', { ...neither, docker })).level).toBe('docker');
});

test('`sandbox: none` runs a shell command with the given environment and nothing else', async () => {
  const sandbox = await chooseSandbox('none', neither);
  expect(sandbox.level).toBe('none');
  const run = await sandbox.run({
    purpose: 'test',
    view: aView('/'),
    command: 'env | grep -v ^SPEC_PORTABILITY_RUN= | sort; exit 4',
    directory: '/',
    environment: cleanEnvironment({ home: '/home/h', path: hostPath(), temporary: tmpdir() }),
    timeoutMs: 120_000,
    signal: new AbortController().signal,
  });
  expect(run.end).toEqual({ kind: 'exited', code: 4 });
  const names = run.stdout.text
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  expect(names.filter((name) => name !== 'PWD')).toEqual(['CI', 'HOME', 'LANG', 'PATH', 'TMPDIR', 'TZ']);
});
