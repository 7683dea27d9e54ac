import type { Measurements } from '../../core/verdict/measurements.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PlanFile } from '../../core/fan-out/plan-file.ts';
import { clippedWhy, type ShardFile } from '../../core/fan-out/shard-file.ts';
import { UserError } from '../../errors.ts';
import { keyOf } from './cell-key.ts';
import type { CheckRequest } from '../engine/run-request.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { findWork } from '../specs/find-work.ts';
import { openEngine } from '../engine/open-engine.ts';
import { planRun } from '../check/plan-run.ts';
import { recordsOfPlan, shardsOf } from './planned-records.ts';
import { exhaustedCaps } from '../engine/exhausted-caps.ts';
import { runPlan } from '../engine/run-plan.ts';
import { findSkipReason } from '../check/skip-reason.ts';

/** One job of a fanned-out run: asks its own questions to their end, under its share of every cap. */
export async function runShard(
  ports: Ports,
  request: CheckRequest,
  of: { readonly file: PlanFile; readonly id: string },
): Promise<ShardFile> {
  const { settings } = request;
  const { file, id } = of;
  const { changes, questions: asked } = await findWork(ports.repository, request);
  const planning = { ...ports, records: recordsOfPlan(ports.records, file, ports.reader) };
  const plan = await planRun(planning, { changes, asked, settings, isShownOnly: true });
  const shards = shardsOf(plan, file, settings);
  const shard = shards.find((each) => each.id === id);
  if (shard === undefined)
    throw new UserError(
      'CONFIG_INVALID',
      `there is no shard \`${id.slice(0, 20)}\` among ${shards.length}.`,
      'Give `shard` from the matrix of the job `plan`.',
    );
  const skipReason = await findSkipReason(ports, request);
  if (skipReason !== null) throw new UserError('PLAN_FILE_UNUSABLE', skipReason, 'Run all jobs again.');
  await ports.restoreRecords();
  ports.log.info(
    `Shard ${id} of ${shards.length}: ${shard.questions.length} of ${plan.questions.length} questions.`,
  );
  const part: Plan = { changes, questions: shard.questions };
  await using engine = await openEngine(ports, { ...request, share: shard.share }, part);
  const measurements = await runPlan(engine, part, { questions: plan.questions.length });
  return { schema: 1, plan: file.key, id, end: endOf(engine, measurements) };
}

function endOf(engine: Engine, { cells }: Measurements): ShardFile['end'] {
  const answered = cells.flatMap(({ generation, cached }) =>
    generation === null ? [] : [{ key: generation.key, cached }],
  );
  const { usd, tokens, generations } = engine.ledger.spending;
  return {
    kind: 'finished',
    asked: answered.filter(({ cached }) => !cached).map(({ key }) => key),
    replayed: answered.filter(({ cached }) => cached).map(({ key }) => key),
    unmeasured: cells.flatMap((cell) =>
      cell.code.kind === 'unmeasured' ? [{ key: keyOf(cell), why: cell.code.why }] : [],
    ),
    unsafe: cells.flatMap((cell) =>
      cell.code.kind === 'no-code' && cell.code.why === 'unsafe-path' ? [keyOf(cell)] : [],
    ),
    stopped: [...engine.watch.stoppedModels()].map(([model, { why, isMisconfigured }]) => ({
      model,
      why: clippedWhy(why),
      isMisconfigured,
    })),
    ranOut: exhaustedCaps(engine),
    spent: { usd, tokens, generations },
  };
}
