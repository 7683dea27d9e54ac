import { chmod, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { hostPath, ownNode, setVariable } from '../process/environment.ts';
import { keptProof, type KeptProof, type Proof } from './kept-proof.ts';
import { openBubblewrap } from './open-bubblewrap.ts';

const proof: Proof = { version: '0.8.0', probes: 20, session: 'keyring' };

/** Kept for a sandbox that shows `seen`, by the program in `code`. */
async function keptIn(folder: string, { seen = 'all', code = 'one' } = {}): Promise<KeptProof> {
  await writeFile(join(folder, 'code.js'), code);
  const place = { folder: join(folder, 'proofs'), code: join(folder, 'code.js') };
  return keptProof(place, { path: hostPath(), seen });
}

async function onlyFile(folder: string): Promise<string> {
  const [name = ''] = await readdir(join(folder, 'proofs'));
  return join(folder, 'proofs', name);
}

test('a proof is found again by the same program for the same sandbox, and by no other', async () => {
  await using folder = await temporaryFolder();
  await (await keptIn(folder.path)).write(proof);

  expect(await (await keptIn(folder.path)).read()).toEqual(proof);
  expect(await (await keptIn(folder.path, { seen: 'more' })).read()).toBeNull();
  expect(await (await keptIn(folder.path, { code: 'two' })).read()).toBeNull();
});

test('a folder that others may write to is neither read nor written', async () => {
  await using folder = await temporaryFolder();
  const kept = await keptIn(folder.path);
  await kept.write(proof);
  await chmod(join(folder.path, 'proofs'), 0o777);

  expect(await kept.read()).toBeNull();
  await (await keptIn(folder.path, { seen: 'more' })).write(proof);
  expect(await readdir(join(folder.path, 'proofs'))).toHaveLength(1);
});

const broken: readonly (readonly [string, (text: string) => string])[] = [
  ['is a day old', (text) => withField(text, 'at', Date.now() - 25 * 60 * 60 * 1000)],
  ['is from the future', (text) => withField(text, 'at', Date.now() + 60_000)],
  ['is torn', (text) => text.slice(0, 20)],
  ['says of no attack', (text) => withField(text, 'probes', 0)],
  ['names no way to leave the session', (text) => withField(text, 'session', 'all')],
  ['is long', (text) => text + ' '.repeat(1000)],
];

test.each(broken)('a proof that %s is none', async (_, change) => {
  await using folder = await temporaryFolder();
  const kept = await keptIn(folder.path);
  await kept.write(proof);
  const file = await onlyFile(folder.path);
  await writeFile(file, change(await readFile(file, 'utf8')));

  expect(await kept.read()).toBeNull();
});

function withField(text: string, name: string, value: unknown): string {
  return JSON.stringify({ ...JSON.parse(text), [name]: value });
}

test('a proof behind a link is none', async () => {
  await using folder = await temporaryFolder();
  const kept = await keptIn(folder.path);
  await kept.write(proof);
  const file = await onlyFile(folder.path);
  const elsewhere = join(folder.path, 'elsewhere.json');
  await writeFile(elsewhere, await readFile(file, 'utf8'));
  await rm(file);
  await symlink(elsewhere, file);

  expect(await kept.read()).toBeNull();
});

test('bubblewrap is attacked once, and again when its program is another one', async () => {
  await using folder = await temporaryFolder();
  await using programs = await temporaryFolder();
  // As root the sandbox runs as another user, who must be able to enter it and to write the list.
  for (const { path } of [folder, programs]) await chmod(path, 0o755);
  const calls = join(programs.path, 'calls');
  const program = join(programs.path, 'bwrap');
  const wrapped = `#!/bin/sh\necho call >> ${calls}\nexec /usr/bin/bwrap "$@"\n`;
  await writeFile(program, wrapped);
  await chmod(program, 0o755);
  await writeFile(join(folder.path, 'code.js'), '');
  const callsOfOpening = async (): Promise<number> => {
    await writeFile(calls, '');
    await chmod(calls, 0o666);
    await using opened = await openBubblewrap({
      temporaryRoot: folder.path,
      path: `${programs.path}:${hostPath()}`,
      home: '/nonexistent',
      changeable: [],
      warn: () => undefined,
      node: ownNode(),
      visible: [],
      proofs: { folder: join(folder.path, 'proofs'), code: join(folder.path, 'code.js') },
      setVariable,
    });
    const { passed, total } = opened.isolation.probes ?? {};
    expect([passed, total, opened.isolation.version]).toEqual([known.probes, known.probes, known.version]);
    return (await readFile(calls, 'utf8')).split('\n').length - 1;
  };
  const known = { probes: expect.any(Number), version: expect.stringMatching(/^\d/) };

  expect(await callsOfOpening()).toBeGreaterThan(4);
  expect(await callsOfOpening()).toBe(0);
  await writeFile(program, `${wrapped}# another one\n`);
  expect(await callsOfOpening()).toBeGreaterThan(4);
});
