import type { FanOutFolder } from '../../adapters/records/fan-out-folder.ts';
import { joinedRecords, type JoinedRecordStore } from '../../adapters/records/joined-records.ts';
import { keepHeapSmall } from '../../adapters/process/keep-heap-small.ts';
import { readPlanFile, type PlanFile } from '../../core/fan-out/plan-file.ts';
import { clippedWhy, readShardFile, type ShardFile } from '../../core/fan-out/shard-file.ts';
import { mostShards } from '../../core/fan-out/shard.ts';
import { UserError } from '../../errors.ts';
import { check, type Checked } from '../../pipeline/check/check.ts';
import type { CheckRequest } from '../../pipeline/engine/run-request.ts';
import { JoinedShards } from '../../pipeline/fan-out/joined-shards.ts';
import { planShards } from '../../pipeline/fan-out/plan-shards.ts';
import { recordsOfPlan } from '../../pipeline/fan-out/planned-records.ts';
import { runShard } from '../../pipeline/fan-out/run-shard.ts';
import type { Wired } from './wire.ts';

/** What the jobs of a fanned-out run share, and where this job stores its records. */
export type FanOut = {
  readonly ports: Wired;
  readonly request: CheckRequest;
  readonly folder: FanOutFolder;
  /** Absolute path of this job's records. */
  readonly records: string;
};

/** The first job: writes the plan for the others; null = there is nothing to ask. */
export async function planJob(
  { ports, request, folder }: FanOut,
  wanted: number | null,
): Promise<PlanFile | null> {
  const file = await planShards(ports, request, wanted);
  if (file === null) ports.log.info('Nothing is to be asked, so there are no shards.');
  else {
    await folder.writePlan(file);
    ports.log.info(`Divided into ${file.shards.length === 1 ? '1 shard' : `${file.shards.length} shards`}.`);
  }
  return file;
}

/** The job matrix as a workflow reads it: only the ids of the shards. */
export function matrixOf(file: PlanFile | null): string {
  return JSON.stringify({ shard: (file?.shards ?? []).map(({ id }) => id) });
}

/**
 * A job between the first and the last: asks its questions, and writes its records and how it ended, even when it
 * fails.
 */
export async function shardJob(of: FanOut, id: string): Promise<ShardFile> {
  const { ports, request, folder, records } = of;
  if (!/^[1-9]\d{0,2}$/.test(id) || Number(id) > mostShards)
    throw new UserError(
      'CONFIG_INVALID',
      `\`shard\` is \`${id.slice(0, 20)}\`.`,
      'Give one of the matrix that the job `plan` puts out.',
    );
  const file = await planIn(of);
  if (file === null) throw noPlan();
  await folder.clearShard(id);
  try {
    const kept = { ...ports, records: keeping(of, id) };
    const ended = await runShard(kept, request, { file, id });
    await folder.addRecords(id, records, ports.usedKeys);
    const left: ShardFile = request.signal.aborted
      ? { ...ended, end: { kind: 'failed', why: 'it was stopped' } }
      : ended;
    await folder.writeShard(left);
    return left;
  } catch (error) {
    const why = error instanceof UserError ? error.message : 'internal error';
    await folder.writeShard({
      schema: 1,
      plan: file.key,
      id,
      end: { kind: 'failed', why: clippedWhy(why) },
    });
    throw error;
  }
}

/**
 * The last job: joins the results of the shards and judges them. `usedKeys` are the records that the summary is based
 * on.
 */
export async function reportJob(
  of: FanOut,
  run: string | null,
): Promise<{ readonly checked: Checked; readonly usedKeys: () => ReadonlySet<string> }> {
  const { ports, request } = of;
  keepHeapSmall();
  const file = await planIn(of);
  if (file === null) {
    // Whether there is really nothing to ask is checked again: a lost plan must not look like that.
    if ((await planShards(ports, request, null)) !== null) throw noPlan();
    return { checked: await check(ports, request), usedKeys: () => ports.usedKeys };
  }
  await ports.records.write({ schema: 1, kind: 'plan', key: file.key, questions: file.questions });
  const { joined, store } = await join(of, file, run);
  const records = recordsOfPlan(store, file, ports.reader);
  const checked = await check({ ...ports, records }, { ...request, replayOnly: true, joined });
  return { checked, usedKeys: () => store.usedKeys };
}

async function join(
  { ports, request, folder, records }: FanOut,
  file: PlanFile,
  run: string | null,
): Promise<{ readonly joined: JoinedShards; readonly store: JoinedRecordStore }> {
  const ids = file.shards.map(({ id }) => id);
  const ends = await Promise.all(
    ids.map(async (id) => {
      const text = await folder.readShard(id);
      return [id, text === null ? null : readShardFile(text, { plan: file.key, id })] as const;
    }),
  );
  const folders = await Promise.all(ids.map(async (id) => [id, await folder.recordsOf(id)] as const));
  const joined: JoinedShards = new JoinedShards({
    file,
    ends: new Map(ends),
    settings: request.settings,
    run,
    leftOut: () => store.counts(),
  });
  const store: JoinedRecordStore = await joinedRecords({
    own: { ...ports.records, usedKeys: ports.usedKeys },
    directory: records,
    shards: new Map(folders),
    ownerOf: (key) => joined.ownerOf(key),
    reader: ports.reader,
  });
  return { joined, store };
}

async function planIn({ folder, request }: FanOut): Promise<PlanFile | null> {
  const text = await folder.readPlan();
  if (text === null) return null;
  const file = readPlanFile(text, request.settings);
  if (file !== null) return file;
  throw new UserError(
    'PLAN_FILE_UNUSABLE',
    'the plan that the job `plan` left is damaged, or was made with other settings.',
    'Run all jobs of the workflow again, with the same config and inputs.',
  );
}

function noPlan(): UserError {
  return new UserError(
    'PLAN_FILE_UNUSABLE',
    'specs changed and are to be checked, but the job `plan` left no plan here.',
    'Look at the job `plan`, and hand its artifact to this one.',
  );
}

// A paid answer is copied to the shard's records as soon as it is stored, so that even a killed job passes it on.
function keeping({ ports, folder, records }: FanOut, id: string): Wired['records'] {
  return {
    ...ports.records,
    async write(record) {
      const stored = await ports.records.write(record);
      await folder.addRecords(id, records, [record.key]);
      return stored;
    },
  };
}
