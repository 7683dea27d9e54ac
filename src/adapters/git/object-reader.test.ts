import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { gitEnvironment as environment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { objectReader } from './object-reader.ts';
import { ObjectStream } from './object-stream.ts';

const large = Buffer.alloc(3_000_000, 'é\n');

test('each of many questions at once gets its own answer, and what is not there is null', async () => {
  await using repository = await temporaryRepository({ small: 'text\n', empty: '', large });
  const objectOf = objectReader({ directory: repository.directory, environment });
  const head = await repository.git('rev-parse', 'HEAD');
  const missing = 'f'.repeat(40);
  const names = ['HEAD:small', missing, 'HEAD:large', 'HEAD:empty', `${head}^{tree}`, 'HEAD:none', head];

  const found = await Promise.all(names.map(objectOf));

  expect(found.map((object) => object?.type ?? null)).toEqual([
    ...['blob', null, 'blob', 'blob'],
    ...['tree', null, 'commit'],
  ]);
  expect(Buffer.from(found[0]?.bytes ?? []).toString()).toBe('text\n');
  expect(Buffer.compare(found[2]?.bytes ?? Buffer.alloc(0), large)).toBe(0);
  expect(found[3]?.bytes).toHaveLength(0);
  expect(found[4]?.oid).toBe(await repository.git('rev-parse', 'HEAD^{tree}'));
});

test('what is committed and packed while it runs is found by it', async () => {
  await using repository = await temporaryRepository({ file: 'before' });
  const objectOf = objectReader({ directory: repository.directory, environment });
  expect(await objectOf('HEAD:later')).toBeNull();
  await repository.write({ later: 'after' });
  const commit = await repository.commit();
  await repository.git('gc', '--quiet');

  expect((await objectOf(`${commit}^{commit}`))?.oid).toBe(commit);
  expect((await objectOf(`${commit}:later`))?.type).toBe('blob');
});

test('a process that was killed fails the questions that it has, and the next one is asked of another', async () => {
  await using repository = await temporaryRepository({ large });
  const objectOf = objectReader({ directory: repository.directory, environment });
  const asked = objectOf('HEAD:large');
  for (const pid of conversationsIn(repository.directory)) process.kill(pid, 'SIGKILL');

  await expect(asked).rejects.toThrow('git cat-file has ended');
  expect((await objectOf('HEAD:large'))?.bytes).toHaveLength(large.length);
});

test('a folder that is no repository is named by git itself', async () => {
  await using repository = await temporaryRepository({ file: 'text' });
  await rm(join(repository.directory, '.git'), { recursive: true });

  await expect(objectReader({ directory: repository.directory, environment })('HEAD')).rejects.toThrow(
    'not a git repository',
  );
});

test('an output is taken apart wherever it was cut', () => {
  const [oid, other] = ['1'.repeat(40), '2'.repeat(40)];
  const output = Buffer.from(`${oid} blob 4\na\nb\n\nnone missing\n${other} tree 0\n\n`);
  for (let at = 0; at <= output.length; at += 1) {
    const stream = new ObjectStream();
    const found = [...stream.take(output.subarray(0, at)), ...stream.take(output.subarray(at))];
    expect(found.map((each) => each && [each.oid, each.type, Buffer.from(each.bytes).toString()])).toEqual([
      [oid, 'blob', 'a\nb\n'],
      null,
      [other, 'tree', ''],
    ]);
  }
});

/** The processes that answer questions about this repository. */
function conversationsIn(directory: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isConversationIn(`/proc/${name}`, directory))
    .map(Number);
}

function isConversationIn(process: string, directory: string): boolean {
  try {
    const words = readFileSync(join(process, 'cmdline'), 'utf8');
    return words.includes('cat-file\0--batch') && readlinkSync(join(process, 'cwd')) === directory;
  } catch {
    // It ended, or is another user's.
    return false;
  }
}
