import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AgentProgram } from '../../core/agent.ts';
import { aModel } from '../../testing/builders/a-question.ts';
import { anAgent } from '../../testing/builders/an-agent-run.ts';
import { openBoxedAgents, type BoxedAgents } from '../../testing/boxed-agents.ts';
import { askAgentVersion } from './agent-version.ts';

let boxes: BoxedAgents;
beforeAll(async () => {
  boxes = await openBoxedAgents();
});
afterAll(async () => {
  await boxes[Symbol.asyncDispose]();
});

let made = 0;

/** The version of an agent whose program is this script, or the line that says why it has none. */
async function versionOf(script: string | null, program: Partial<AgentProgram> = {}): Promise<string> {
  const name = `agent-${(made += 1)}.mjs`;
  if (script !== null) {
    await writeFile(join(boxes.programs, name), `#!/usr/bin/env node\n${script}`);
    await chmod(join(boxes.programs, name), 0o755);
  }
  const start = { argv: [name, 'run'], environment: {}, seeds: {} };
  const asked = { versionWords: ['--version'], smallestVersion: null, packageName: 'the-agent', ...program };
  const model = {
    ...aModel(),
    agent: anAgent({ name: 'scribe', closed: start, open: start, program: asked }),
  };
  return askAgentVersion(model.agent, boxes.tools).catch((error: unknown) => String(error));
}

describe('the version of an agent', () => {
  test('is what its program says, in a box without a network and with its own words', async () => {
    expect(
      await versionOf(`console.log('scribe ' + process.argv.slice(2).join('') + ' v1.2.3 (stable)')`),
    ).toBe('1.2.3');
  });

  test('may be said on stderr', async () => {
    expect(await versionOf(`console.error('scribe 4.5')`)).toBe('4.5');
  });

  test('may be the oldest that is known to work', async () => {
    expect(await versionOf(`console.log('1.2.3')`, { smallestVersion: '1.2.3' })).toBe('1.2.3');
  });

  test.each([
    ['a program that is not there', null, /`agent-\d+\.mjs` is not on PATH.*npm install -g the-agent$/],
    ['garbage', `process.stdout.write(Buffer.from([0, 1, 2, 255, 10]))`, /names no version/],
    ['a failure', `console.error('no\\nlicence'); process.exit(3)`, /ended with code 3: "no licence"/],
    [
      'a Node that is too old for it',
      `import { thatIsNew } from 'node:fs'`,
      /ended with code 1: "SyntaxError: The requested module 'node:fs' does not provide/,
    ],
    ['nothing', '', /names no version: it said nothing/],
    [
      'a flood',
      `for (let i = 0; i < 100000; i += 1) console.log('x'.repeat(100))`,
      /names no version: "x{100} x/,
    ],
    ['one that is killed', `process.kill(-1, 'SIGKILL')`, /was killed|ended with code/],
  ])('is refused in one line: %s', async (_, script, line) => {
    const said = await versionOf(script);

    expect(said).toMatch(line);
    expect(said).not.toContain('\n');
  });

  test('is refused where it is older than any that is known to work', async () => {
    expect(await versionOf(`console.log('1.2.2')`, { smallestVersion: '1.2.3' })).toMatch(
      /1\.2\.2 is installed.*oldest.*1\.2\.3.*the-agent@1\.2\.3$/,
    );
  });

  test('is not waited for without end', async () => {
    const soon = { ...boxes.tools, versionTimeoutMs: 700 };
    const start = { argv: ['node', '-e', 'setInterval(() => {}, 1000)'], environment: {}, seeds: {} };
    const program = { versionWords: start.argv.slice(1), smallestVersion: null, packageName: null };
    const model = { ...aModel(), agent: anAgent({ closed: start, program }) };

    await expect(askAgentVersion(model.agent, soon)).rejects.toThrow(/did not end within/);
  });

  test.each(['none', 'docker'] as const)('is not asked for where the sandbox is %s', async (level) => {
    const sandbox = await boxes.tools.sandbox();
    const tools = { ...boxes.tools, sandbox: async () => ({ ...sandbox, level }) };

    await expect(askAgentVersion(anAgent(), tools)).rejects.toThrow(
      new RegExp(`only where bubblewrap cuts its network, and the sandbox here is ${level}`),
    );
  });
});

test('a program that a pull request could change is no agent', async () => {
  const folder = join(boxes.temporaryRoot, 'checkout/node_modules/.bin');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'planted'), '#!/bin/sh\necho 1.2.3\n', { mode: 0o755 });
  const { findAgent } = await import('../sandbox/programs/find-agent.ts');
  const places = { path: folder, changeable: [join(boxes.temporaryRoot, 'checkout')], asNobody: false };

  expect(await findAgent('planted', places)).toMatchObject({
    kind: 'hidden',
    why: expect.stringMatching(/planted lies below .*checkout, where a pull request could change it$/),
  });
  expect(await findAgent('planted', { ...places, changeable: [] })).toEqual({
    kind: 'found',
    shown: [{ from: join(folder, '..'), to: join(folder, '..') }],
  });
});
