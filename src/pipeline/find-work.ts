import type { Question } from '../core/plan/plan.ts';
import { questionsOf } from '../core/plan/questions-of.ts';
import type { Repository } from '../ports/repository.ts';
import type { CheckRequest } from './check-request.ts';
import { findChanges, type FoundChanges } from './find-changes.ts';
import { standingSpecs } from './standing-specs.ts';
import { verdictIdOf } from './verdict-id.ts';

/** What two commits, and a switch of models, give to ask. */
export type Work = FoundChanges & {
  readonly questions: readonly Question[];
  /** What the verdicts will follow from; null where there is nothing to ask. */
  readonly verdictId: string | null;
};

/** Finds what a run has to ask. Nothing is spent yet, and no stored sample was looked for. */
export async function findWork(repository: Repository, request: CheckRequest): Promise<Work> {
  const { settings, trigger, switches = [] } = request;
  const { specs: entries } = settings;
  if (trigger.kind === 'audit') throw new Error('an audit compares no two commits');
  const { base, head } = trigger;
  const found = await findChanges({ repository, entries, base, head });
  const { changes } = found;
  const standing = switches.length === 0 ? [] : await standingSpecs(repository, { entries, head, changes });
  const questions = questionsOf({ changes, standing, switches, settings });
  const verdictId = questions.length === 0 ? null : await verdictIdOf(repository, questions, settings);
  return { ...found, questions, verdictId };
}
