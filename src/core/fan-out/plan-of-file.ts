import { UserError } from '../../errors.ts';
import type { Plan } from '../plan/plan.ts';
import { planKey } from '../plan/plan-key.ts';
import { asPlanned } from '../plan/planned-question.ts';
import type { Settings } from '../settings.ts';
import { divide, type Division } from './divide.ts';
import { planFile, samePlanFile, type PlanFile } from './plan-file.ts';
import type { Shard } from './shard.ts';

/** A plan and its division into shards. */
export type DividedPlan = { readonly plan: Plan; readonly shards: readonly Shard[] };

/** Divides a plan, and makes the file from which other jobs read both. */
export function divided(plan: Plan, division: Division): DividedPlan & { readonly file: PlanFile } {
  const shards = divide(plan, division);
  const file = planFile({
    key: planKey(plan.questions, division.settings),
    spentUsd: division.spentUsd,
    wanted: division.wanted,
    questions: plan.questions,
    shards,
  });
  return { plan, shards, file };
}

/**
 * The plan that another job of this run fixed, computed here again: only sample numbers are taken from its file.
 * Throws PLAN_FILE_UNUSABLE if the file does not fit these questions and settings.
 */
export function planOfFile(asked: Plan, file: PlanFile, settings: Settings): DividedPlan {
  const { changes, questions } = asked;
  const drawn = planKey(questions, settings) === file.key ? asPlanned(questions, file.questions) : null;
  if (drawn === null) throw ofAnotherPlan();
  const { spentUsd, wanted } = file;
  const again = divided({ changes, questions: drawn }, { settings, spentUsd, wanted });
  if (!samePlanFile(again.file, file)) throw ofAnotherPlan();
  return again;
}

function ofAnotherPlan(): UserError {
  return new UserError(
    'PLAN_FILE_UNUSABLE',
    'the plan from the job `plan` is for other commits or settings.',
    'Run all jobs of the workflow again, with the same commits, config and inputs.',
  );
}
