import { planFile, samePlanFile, type PlanFile } from '../../core/fan-out/plan-file.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { divide } from '../../core/fan-out/divide.ts';
import type { Settings } from '../../core/settings.ts';
import type { Shard } from '../../core/fan-out/shard.ts';
import type { Reader } from '../../core/records/trust.ts';
import { UserError } from '../../errors.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { planKey, planned } from '../check/plan-run.ts';

/** The same records, with the plan that another job of this run fixed: planning again takes its samples. */
export function recordsOfPlan(records: RecordStore, file: PlanFile, reader: Reader): RecordStore {
  const { event, ref, pullRequest } = reader;
  return {
    ...records,
    readPlan: async (key) => {
      if (key !== file.key) throw ofAnotherPlan();
      const origin = { at: 0, event, ref, run: null, pullRequest };
      return { schema: 1, kind: 'plan', key, origin, questions: file.questions };
    },
  };
}

/** The shards of a plan that was worked out here again. Throws PLAN_FILE_UNUSABLE where the file says otherwise. */
export function shardsOf(plan: Plan, file: PlanFile, settings: Settings): readonly Shard[] {
  const { spentUsd, wanted } = file;
  const shards = divide(plan, { settings, spentUsd, wanted });
  const again = planFile({
    key: planKey(plan.questions, settings),
    spentUsd,
    wanted,
    planned: plan.questions.map((question) => planned(question)),
    shards,
  });
  if (!samePlanFile(again, file)) throw ofAnotherPlan();
  return shards;
}

function ofAnotherPlan(): UserError {
  return new UserError(
    'PLAN_FILE_UNUSABLE',
    'the plan that the job `plan` left is not the one of these commits and settings.',
    'Run all jobs of the workflow again, with the same commits, config and inputs.',
  );
}
