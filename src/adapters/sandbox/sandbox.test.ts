import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { cleanEnvironment, hostPath } from '../process/environment.ts';
import { chooseSandbox } from './choose-sandbox.ts';

test.each(['auto', 'bubblewrap', 'docker'] as const)(
  '`sandbox: %s` is refused rather than run with less',
  (level) => {
    expect(() => chooseSandbox(level)).toThrow(
      /SANDBOX_UNAVAILABLE.*no generated code was run.*sandbox: none/,
    );
  },
);

test('`sandbox: none` runs a shell command with the given environment and nothing else', async () => {
  const sandbox = chooseSandbox('none');
  expect(sandbox.level).toBe('none');
  const run = await sandbox.run({
    command: 'env | grep -v ^SPEC_PORTABILITY_RUN= | sort; exit 4',
    directory: '/',
    environment: cleanEnvironment({ home: '/home/h', path: hostPath(), temporary: tmpdir() }),
    timeoutMs: 10_000,
    signal: new AbortController().signal,
  });
  expect(run.end).toEqual({ kind: 'exited', code: 4 });
  const names = run.stdout.text
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  expect(names.filter((name) => name !== 'PWD')).toEqual(['CI', 'HOME', 'LANG', 'PATH', 'TMPDIR', 'TZ']);
});
