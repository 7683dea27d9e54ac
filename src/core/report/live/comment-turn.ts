import type { RunStamp } from '../markdown/run-stamp.ts';

/** What a run may do with the comment in its current state. */
export type Turn =
  | { readonly kind: 'write' }
  /** The comment already has exactly this text. */
  | { readonly kind: 'written' }
  /** The comment is newer: it is about the pull request's current head, or from a later run at the same head. */
  | { readonly kind: 'leave' }
  /** The comment is about a head that the pull request has left. */
  | { readonly kind: 'supersede' };

/**
 * Decides whose turn it is, from what was just read. GitHub has no compare-and-swap on comments. So every run asks
 * this before and after each of its writes, and writes again until nothing needs a correction.
 */
export function decideTurn(at: {
  readonly mine: RunStamp;
  /** Stamp of the current comment; null if there is no comment or it has no stamp. */
  readonly current: RunStamp | null;
  /** Current head of the pull request. */
  readonly head: string;
}): Turn {
  const { mine, current, head } = at;
  if (mine.head !== head) return { kind: isOldNews(current, head) ? 'supersede' : 'leave' };
  if (current === null || current.head !== head) return { kind: 'write' };
  const order = current.run - mine.run || current.attempt - mine.attempt;
  if (order > 0) return { kind: 'leave' };
  return { kind: order === 0 && isSameText(current, mine) ? 'written' : 'write' };
}

// Readers would take the comment for a verdict on the current head.
function isOldNews(current: RunStamp | null, head: string): boolean {
  return current !== null && current.head !== head && current.state !== 'superseded';
}

function isSameText(one: RunStamp, other: RunStamp): boolean {
  return one.state === other.state && one.text === other.text;
}
