import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openReportChannel } from './report-channel.ts';
import { watchMemory } from './watch-memory.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-memory-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('what a sandbox holds counts from the beginning of its command: before, it sees the folders of the machine', () => {
  using channel = openReportChannel(folder);
  using stack = new DisposableStack();
  const child = stack.adopt(spawn('sleep', ['99999']), (each) => void each.kill('SIGKILL'));
  const allowed = { memoryBytes: 0, files: 400, leftBytes: 0 };
  const look = watchMemory([], allowed, channel);

  const before = look(child.pid ?? 0);
  writeSync(channel.inside.fd, 'begun\n');
  const after = look(child.pid ?? 0);

  expect([before, after]).toEqual([null, { kind: 'over-limit', limit: 'memory' }]);
});
