import type { TriggerEvent } from '../core/plan/read-event.ts';
import type { Trigger } from '../core/plan/trigger.ts';
import type { Repository } from '../ports/repository.ts';

/** Which commits an event compares: trees and texts of the merge-base and the head. */
export async function commitsOf(event: TriggerEvent, repository: Repository): Promise<Trigger> {
  switch (event.kind) {
    case 'pull-request': {
      const baseTip = await repository.resolve(event.baseTip);
      const head = await repository.resolve(event.head);
      const base = await repository.mergeBase(baseTip, head);
      return { kind: 'pull-request', number: event.number, base, head, baseTip, fromFork: event.fromFork };
    }
    case 'manual': {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      return { kind: 'manual', base: await repository.mergeBase(baseTip, head), head, baseTip };
    }
    case 'audit':
      return { kind: 'audit', head: await repository.resolve(event.head) };
  }
}
