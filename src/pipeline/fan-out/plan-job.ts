import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import type { PlanFile } from '../../core/fan-out/plan-file.ts';
import { divided } from '../../core/fan-out/plan-of-file.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';
import { announcePlan } from '../check/announce-plan.ts';
import type { CheckRequest } from '../check/check-request.ts';
import { permittedMode } from '../check/permitted-mode.ts';
import { planRun } from '../check/plan-run.ts';
import type { Ports } from '../engine/engine.ts';
import { spentOn } from '../engine/open-engine.ts';

/** The first job of a fanned-out run: writes the plan for the others; null = there is nothing to ask. */
export async function planJob(
  ports: Ports,
  request: CheckRequest,
  to: {
    readonly folder: FanOutFolder;
    /** The requested number of shards; null = as many as are worth a job. */
    readonly wanted: number | null;
  },
): Promise<PlanFile | null> {
  const file = await planShards(ports, request, to.wanted);
  if (file === null) ports.log.info('There is nothing to ask, so there are no shards.');
  else {
    await to.folder.writePlan(file);
    ports.log.info(
      `The plan is divided into ${file.shards.length === 1 ? '1 shard' : `${file.shards.length} shards`}.`,
    );
  }
  return file;
}

/** The check up to its plan, divided into shards; null = there is nothing to ask. */
export async function planShards(
  ports: Ports,
  request: CheckRequest,
  wanted: number | null,
): Promise<PlanFile | null> {
  const { settings, work } = request;
  // If an earlier verdict can be repeated, the job that reports does so.
  if (work.questions.length === 0 || request.mode.kind === 'repeat') return null;
  // This job asks no agent, so a version that the config names need not be installed here.
  const mode = await permittedMode(
    { ...ports, agentVersionOf: async ({ agent }) => agent.version ?? '' },
    request,
  );
  if (mode.kind === 'measure') await ports.restoreRecords();
  // Not recorded here: the plan is passed on in its file, and the job that reports records it.
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  await announcePlan(ports, plan, settings);
  if (mode.kind !== 'measure') return null;
  return divided(plan, { settings, spentUsd: await alreadySpent(ports, request), wanted }).file;
}

/** The job matrix as a workflow reads it: only the ids of the shards. */
export function matrixOf(file: PlanFile | null): string {
  return JSON.stringify({ shard: (file?.shards ?? []).map(({ id }) => id) });
}

async function alreadySpent(ports: Ports, { settings, trigger }: CheckRequest): Promise<number | null> {
  const { usdPerPr } = effectiveCaps(settings.models, settings.budget);
  if (trigger.kind !== 'pull-request' || usdPerPr === null) return null;
  return spentOn(ports, trigger.number, settings.models);
}
