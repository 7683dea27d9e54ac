import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findProgram } from './find-program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-program-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a program is the first file on PATH that may be run, also after that one is gone', async () => {
  const [first, second, third] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'c')];
  await mkdir(join(first, 'tool'), { recursive: true });
  for (const at of [second, third]) {
    await mkdir(at);
    await writeFile(join(at, 'tool'), '#!/bin/sh\n', { mode: 0o755 });
  }
  const path = `${join(folder, 'nowhere')}:${first}:${second}:${third}`;
  expect(findProgram('tool', path)).toBe(join(second, 'tool'));
  await chmod(join(second, 'tool'), 0o644);
  expect(findProgram('tool', path)).toBe(join(third, 'tool'));
  expect(findProgram('other', path)).toBe('other');
  expect(findProgram('./tool', path)).toBe('./tool');
});
