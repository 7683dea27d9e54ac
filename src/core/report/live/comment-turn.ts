import type { RunStamp } from '../markdown/run-stamp.ts';

/** What a run may do with the comment as it stands. */
export type Turn =
  | { readonly kind: 'write' }
  /** What stands there is this very text. */
  | { readonly kind: 'written' }
  /** What stands there is newer: of the pull request's head, or of a later run at the same head. */
  | { readonly kind: 'leave' }
  /** What stands there is about a head that the pull request has left. */
  | { readonly kind: 'supersede' };

/**
 * Decides by what was just read whose turn it is. GitHub has no compare-and-swap on comments, so every run asks this
 * before and after each of its writes, and corrects until nothing is left to correct.
 */
export function takeTurn(at: {
  readonly mine: RunStamp;
  /** Stamp of the comment as it stands; null where there is no comment, or one without a stamp. */
  readonly standing: RunStamp | null;
  /** Head of the pull request now. */
  readonly head: string;
}): Turn {
  const { mine, standing, head } = at;
  if (mine.head !== head) return { kind: isOldNews(standing, head) ? 'supersede' : 'leave' };
  if (standing === null || standing.head !== head) return { kind: 'write' };
  const order = standing.run - mine.run || standing.attempt - mine.attempt;
  if (order > 0) return { kind: 'leave' };
  return { kind: order === 0 && isSameText(standing, mine) ? 'written' : 'write' };
}

// What stands there would be read as if it were about the head of today.
function isOldNews(standing: RunStamp | null, head: string): boolean {
  return standing !== null && standing.head !== head && standing.state !== 'superseded';
}

function isSameText(one: RunStamp, other: RunStamp): boolean {
  return one.state === other.state && one.text === other.text;
}
