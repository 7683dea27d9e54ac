import { readFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { oldestNode } from '../../src/testing/runs/oldest-node.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));

/** Runs a command line of package.json by its words, on some Node. */
function runOn(node: string, line: string) {
  const [, ...words] = line.split(' ');
  return spawnSync(node, words, { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
}

test('every npm script says in one line when Node is too old for it', async () => {
  const node = await oldestNode();
  // The demo runs on every Node that the command line promises. A chain ends at its first step.
  const firstSteps = Object.values(scripts)
    .filter((line) => line !== 'node dist/cli.js demo')
    .flatMap((line) => line.split(' && ').find((step) => step.startsWith('node ')) ?? []);

  const said = firstSteps.map((line) => runOn(node, line));

  expect(said.length).toBeGreaterThan(15);
  for (const { status, stderr, stdout } of said) {
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/^This needs Node 24\.2 or newer and got 20\.\d+\.\d+\. [^\n]*\n$/);
  }
});
