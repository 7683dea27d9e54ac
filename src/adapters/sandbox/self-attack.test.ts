import { chmod, readdir, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest } from '../../ports/sandbox.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { hostPath, ownNode, setVariable } from '../process/environment.ts';
import { openBubblewrap } from './open-bubblewrap.ts';
import { probeNames } from './probe-script.ts';
import { attackSandbox, missedWords } from './self-attack.ts';

const places = {
  path: hostPath(),
  changeable: [],
  warn: () => undefined,
  node: ownNode(),
  visible: [],
  setVariable,
} as const;

test('a HOME below /tmp is no way out, although the sandbox has a /tmp of its own', async () => {
  await using folder = await temporaryFolder();
  // As root the sandbox runs as another user, who must be able to enter it.
  await chmod(folder.path, 0o755);
  await using sandbox = await openBubblewrap({ ...places, temporaryRoot: folder.path, home: '/tmp' });
  const { passed, total } = sandbox.isolation.probes ?? {};
  expect(total).toBeGreaterThan(0);
  expect(passed).toBe(total);
});

test('a sandbox that lets a file through into HOME is found out, and the file is removed', async () => {
  await using home = await temporaryFolder();
  await using folder = await temporaryFolder();
  /** Answers as if every attack had been stopped. */
  const leaky = async ({ command }: CommandRequest): Promise<CommandRun> => {
    const told = Buffer.from(command.split(' ').at(-1) ?? '', 'base64').toString();
    const targets = z.object({ homeFile: z.string() }).safeParse(readJson(told));
    if (targets.success) await writeFile(targets.data.homeFile, '');
    const text = JSON.stringify(Object.fromEntries(Object.keys(probeNames).map((name) => [name, ''])));
    const nothing = { text: '', droppedBytes: 0 };
    return { end: { kind: 'cancelled' }, stdout: { ...nothing, text }, stderr: nothing, durationMs: 1 };
  };
  const probes = await attackSandbox({
    run: leaky,
    watched: null,
    places: { ...places, temporaryRoot: folder.path, home: home.path },
    folder: folder.path,
  });
  expect(probes.filter(({ name }) => name === probeNames.home)).toEqual([
    { name: probeNames.home, isBlocked: false, said: 'HOME was written' },
  ]);
  expect(probes.find(({ name }) => name === probeNames.tests)?.isBlocked).toBe(true);
  expect(await readdir(home.path)).toEqual([]);
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

test('what several attacks say of one fault is said once', () => {
  const said = 'no answer: the sandbox could not be set up';
  const probe = (name: string, words: string | null) => ({
    name,
    isBlocked: words === null,
    said: words ?? '',
  });

  expect(missedWords([probe('a', said), probe('b', null), probe('c', 'seen'), probe('d', said)])).toBe(
    `it stops too little: 3 of 4 attempts to break out came through: a, d (${said}); c (seen)`,
  );
  expect(missedWords([probe('a', null)])).toBeNull();
});
