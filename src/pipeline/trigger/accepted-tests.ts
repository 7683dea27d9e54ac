import type { AcceptedTests } from '../../core/results/test-report.ts';
import { acceptingComments } from '../../core/trigger/accepting-comments.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import type { ComparedEvent } from './admit.ts';

/**
 * Who accepted how the tests of the head are run; null = nobody. Every run asks for itself: the comment is the record,
 * and both it and the permission of its author count as they are now.
 */
export async function acceptedTests(
  event: ComparedEvent,
  { forge, log }: { readonly forge: Forge; readonly log: Log },
): Promise<AcceptedTests | null> {
  const place = placeOf(event);
  if (place === null) return null;
  const found = await forge.comments(place.number);
  if (found.kind === 'failed') {
    log.warn(`comments could not be read, so nobody has accepted how the tests are run: ${found.why}`);
    return null;
  }
  for (const { login, url } of acceptingComments(found.value, place.head)) {
    const permitted = await forge.mayWrite(login);
    if (permitted.kind === 'found' && permitted.value) return { by: login, url };
    log.warn(
      `${login} accepts how the tests are run, but ${permitted.kind === 'found' ? 'may not write to this repository' : `GitHub did not tell whether they may: ${permitted.why}`}`,
    );
  }
  return null;
}

// A merge group has a commit of its own; what was read, and accepted, is the head of the pull request.
function placeOf(event: ComparedEvent): { readonly number: number; readonly head: string } | null {
  switch (event.kind) {
    case 'pull-request':
      return event;
    case 'merge-group': {
      const { pullRequest: number, pullRequestHead: head } = event;
      return number === null || head === null ? null : { number, head };
    }
    case 'manual':
      return null;
  }
}
