import { divide } from '../../core/fan-out/divide.ts';
import { planFile, type PlanFile } from '../../core/fan-out/plan-file.ts';
import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import { announcePlan } from '../check/announce-plan.ts';
import type { CheckRequest } from '../engine/run-request.ts';
import type { Ports } from '../engine/engine.ts';
import { findWork } from '../specs/find-work.ts';
import { spentOn } from '../engine/open-engine.ts';
import { repeated } from '../check/repeated.ts';
import { planKey, planned, planRun } from '../check/plan-run.ts';
import { findSkipReason } from '../check/skip-reason.ts';

/** The first job of a fanned-out run: the check up to its plan, divided into shards. null = there is nothing to ask. */
export async function planShards(
  ports: Ports,
  request: CheckRequest,
  wanted: number | null,
): Promise<PlanFile | null> {
  const { settings } = request;
  const work = await findWork(ports.repository, request);
  const { changes, questions: asked } = work;
  // Where the pull request's verdict can be repeated, the job that reports does so.
  if (asked.length === 0 || (await repeated(request, work)) !== null) return null;
  const skipReason = await findSkipReason(ports, request);
  if (skipReason === null) await ports.restoreRecords();
  // Not put on record here: the plan travels in the file, and the job that reports stores it.
  const plan = await planRun(ports, { changes, asked, settings, isShownOnly: true });
  await announcePlan(ports, plan, settings);
  if (skipReason !== null || plan.questions.length === 0) return null;
  const spentUsd = await alreadySpent(ports, request);
  return planFile({
    key: planKey(plan.questions, settings),
    spentUsd,
    wanted,
    planned: plan.questions.map((question) => planned(question)),
    shards: divide(plan, { settings, spentUsd, wanted }),
  });
}

async function alreadySpent(ports: Ports, { settings, trigger }: CheckRequest): Promise<number | null> {
  const { usdPerPr } = effectiveCaps(settings.models, settings.budget);
  if (trigger.kind !== 'pull-request' || usdPerPr === null) return null;
  return spentOn(ports, trigger.number, settings.models);
}
