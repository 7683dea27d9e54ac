import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ComparedEvent } from './admit.ts';

/**
 * Which commits an event compares: trees and texts of the merge-base and the head. `running` is the commit of a
 * workflow run, which is on a branch of the repository; without a workflow a person owns the checkout.
 */
export async function commitsOf(
  event: ComparedEvent | AuditEvent,
  repository: Repository,
  workflow: { readonly running: string | null } | null,
): Promise<Trigger> {
  switch (event.kind) {
    case 'pull-request': {
      const { number, fromFork, askedBy } = event;
      const onDemand = askedBy === null ? {} : { onDemand: askedBy.by };
      return { kind: 'pull-request', number, ...(await sides(event, repository)), fromFork, ...onDemand };
    }
    case 'merge-group': {
      const { fromFork, pullRequest } = event;
      return { kind: 'merge-group', ...(await sides(event, repository)), fromFork, number: pullRequest };
    }
    case 'manual': {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      const base = await repository.mergeBase(baseTip, head);
      if (base === head && baseTip !== head) refuseSwapped(event);
      // Whoever starts a run may name the commit of a fork, and only the branches can tell.
      const fork =
        workflow === null ? {} : { fromFork: !(await repository.isOnBranch(head, workflow.running)) };
      return { kind: 'manual', base, head, baseTip, ...fork };
    }
    case 'audit':
      return { kind: 'audit', head: await repository.resolve(event.head) };
  }
}

function refuseSwapped({ base, head }: { readonly base: string; readonly head: string }): never {
  throw new UserError(
    'COMMITS_SWAPPED',
    `\`${head}\` (head) is an ancestor of \`${base}\` (base), so it changes nothing.`,
    'Give the older commit as the base and the newer one as the head.',
  );
}

async function sides(
  event: { readonly baseTip: string; readonly head: string },
  repository: Repository,
): Promise<{ readonly base: string; readonly head: string; readonly baseTip: string }> {
  const baseTip = await repository.resolve(event.baseTip);
  const head = await repository.resolve(event.head);
  return { base: await repository.mergeBase(baseTip, head), head, baseTip };
}
