import type { PlanFile } from '../../core/fan-out/plan-file.ts';
import { planOfFile } from '../../core/fan-out/plan-of-file.ts';
import { shardEnd } from '../../core/fan-out/shard-end.ts';
import { clippedWhy, type ShardFile } from '../../core/fan-out/shard-file.ts';
import { mostShards } from '../../core/fan-out/shard.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { UserError } from '../../errors.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { CheckRequest } from '../check/check-request.ts';
import { findWords } from '../blame/find-words.ts';
import { permittedMode } from '../check/permitted-mode.ts';
import type { Ports } from '../engine/engine.ts';
import { openEngine } from '../engine/open-engine.ts';
import { runEndOf } from '../engine/run-end.ts';
import { runPlan } from '../engine/run-plan.ts';
import { noPlan, readPlan } from './read-plan.ts';

/**
 * A job between the first and the last: asks its questions, and writes its records and how it ended, even when it
 * fails.
 */
export async function shardJob(
  ports: Ports,
  request: CheckRequest,
  of: { readonly folder: FanOutFolder; readonly id: string },
): Promise<ShardFile['end']> {
  const { folder, id } = of;
  refuseStrangeId(id);
  const file = await readPlan(folder, request.settings);
  if (file === null) throw noPlan();
  const left = { schema: 1, plan: file.key, id } as const;
  await folder.clearShard(id);
  try {
    const records = copying(ports.records, of);
    const ended = await runShard({ ...ports, records }, request, { file, id });
    await folder.addRecords(id, ports.records.usedKeys);
    const end = request.signal.aborted ? ({ kind: 'failed', why: 'it was stopped' } as const) : ended;
    await folder.writeShard({ ...left, end });
    return end;
  } catch (error) {
    const why = error instanceof UserError ? error.message : 'internal error';
    await folder.writeShard({ ...left, end: { kind: 'failed', why: clippedWhy(why) } });
    throw error;
  }
}

/** Answers the questions of a shard, under its share of every cap. */
async function runShard(
  ports: Ports,
  request: CheckRequest,
  { file, id }: { readonly file: PlanFile; readonly id: string },
): Promise<ShardFile['end']> {
  const { plan, shards } = planOfFile(request.work, file, request.settings);
  const shard = shards.find((each) => each.id === id);
  if (shard === undefined)
    throw new UserError(
      'CONFIG_INVALID',
      `there is no shard \`${id.slice(0, 20)}\`; the plan has ${shards.length}.`,
      'Set `shard` from the matrix that the job `plan` prints.',
    );
  const mode = await permittedMode(ports, request);
  if (mode.kind === 'plan-only') throw new UserError('PLAN_FILE_UNUSABLE', mode.why, 'Run all jobs again.');
  await ports.restoreRecords();
  ports.log.info(
    `Shard ${id} of ${shards.length}: ${shard.questions.length} of ${plan.questions.length} questions.`,
  );
  const part: Plan = { changes: plan.changes, questions: shard.questions };
  const allowance = { kind: 'share', share: shard.share } as const;
  await using engine = await openEngine(ports, request, { plan: part, allowance });
  const ofRun = { questions: plan.questions.length };
  const measurements = await runPlan(engine, part, ofRun);
  // What ends the search for words ended no verdict.
  const end = runEndOf(engine);
  const words = await findWords(engine, { plan: part, measurements, part: ofRun });
  const cells = [...measurements.cells, ...words.cells];
  return shardEnd({ cells }, { ...end, lost: engine.lost.list, spending: engine.ledger.spending });
}

function refuseStrangeId(id: string): void {
  if (/^[1-9]\d{0,2}$/.test(id) && Number(id) <= mostShards) return;
  throw new UserError(
    'CONFIG_INVALID',
    `\`shard\` is \`${id.slice(0, 20)}\`.`,
    'Set it from the output `matrix` of the job `plan`.',
  );
}

// A paid answer is copied to the shard's records as soon as it is stored, so that even a killed job passes it on.
function copying(
  records: RecordStore,
  { folder, id }: { readonly folder: FanOutFolder; readonly id: string },
): RecordStore {
  return {
    ...records,
    async write(record) {
      const stored = await records.write(record);
      await folder.addRecords(id, [record.key]);
      return stored;
    },
  };
}
