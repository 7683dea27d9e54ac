import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { digest } from '../../core/digest.ts';
import type { GenerationRecord } from '../../core/records/record.ts';
import { recordPath } from '../../core/records/record-path.ts';
import { recordText } from './read-record.ts';
import { openRecordStore } from './record-store.ts';

const answer: GenerationRecord = {
  ...{ schema: 1, kind: 'generation', key: digest('an answer'), model: 'p/m', sample: 1, nonce: 'n' },
  ...{ attempts: 1, result: { kind: 'too-long', detail: 'ä \u{1F600} \uD800' } },
  origin: { at: 7, event: 'local', ref: null, run: null, pullRequest: null },
};

test('an answer that was written or read before is read as its file is by then; one that was changed is a miss', async () => {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'read-again-')));
  const misses: string[] = [];
  const store = await openRecordStore({
    directory: join(top, 'records'),
    tracks: async () => false,
    origin: () => answer.origin,
    onMiss: (why) => misses.push(why),
  });
  await store.write(answer);
  const path = join(top, 'records', recordPath(answer));
  expect(store.readGenerationSync(answer.key)).toEqual(answer);
  expect(await store.readGeneration(answer.key)).toEqual(answer);
  await writeFile(path, recordText({ ...answer, attempts: 7 }));
  expect([1, 2].map(() => store.readGenerationSync(answer.key)?.attempts)).toEqual([7, 7]);
  await writeFile(path, (await readFile(path, 'utf8')).replace('"attempts":7', '"attempts":8'));
  expect(await store.readGeneration(answer.key)).toBeNull();
  expect(misses).toEqual([expect.stringContaining('its digest differs')]);
  await rm(top, { recursive: true });
});
