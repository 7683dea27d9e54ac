import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { readProcessTable, startedWith } from './process-table.ts';

test('a command that is running when we exit is killed with its children', async () => {
  const canary = randomUUID();
  const script = `
    import { runCommand } from ${JSON.stringify(fileURLToPath(new URL('run-command.ts', import.meta.url)))};
    void runCommand({
      argv: ['/bin/sh', '-c', '(setsid sleep 51 &) ; sleep 52'], directory: '/', timeoutMs: 60_000,
      environment: { PATH: process.env.PATH, CANARY: '${canary}' }, signal: new AbortController().signal,
    });
    setTimeout(() => process.exit(0), 400);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect((readProcessTable() ?? []).filter(({ pid }) => startedWith(pid, `CANARY=${canary}`))).toEqual([]);
});
