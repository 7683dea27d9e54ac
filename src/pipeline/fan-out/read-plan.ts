import { readPlanFile, type PlanFile } from '../../core/fan-out/plan-file.ts';
import type { Settings } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';

/** The plan that the first job wrote; null if it wrote none. Throws PLAN_FILE_UNUSABLE for one that cannot be ours. */
export async function readPlan(folder: FanOutFolder, settings: Settings): Promise<PlanFile | null> {
  const text = await folder.readPlan();
  if (text === null) return null;
  const file = readPlanFile(text, settings);
  if (file !== null) return file;
  throw new UserError(
    'PLAN_FILE_UNUSABLE',
    'the plan from the job `plan` is damaged, or was made with other settings.',
    'Run all jobs of the workflow again, with the same config and inputs.',
  );
}

/** The error of a job that needs a plan and finds none. */
export function noPlan(): UserError {
  return new UserError(
    'PLAN_FILE_UNUSABLE',
    'specs changed and have to be checked, but there is no plan from the job `plan` here.',
    'Check that the job `plan` succeeded and that this job downloads its artifact.',
  );
}
