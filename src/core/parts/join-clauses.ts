import type { Part } from './part.ts';

/**
 * The text of the clauses that are there. Where some are left out, the blank lines around them become one, and a line
 * that lost its end ends after its last word.
 */
export function joinClauses(pieces: readonly (string | Part)[], isThere: (part: Part) => boolean): string {
  let text = '';
  let isBroken = false;
  let before: Part | null = null;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      const holds = isThere(piece);
      if (holds) text += piece.present;
      isBroken = !holds;
      before = piece;
    } else if (isBroken && piece.trim() === '') {
      text = withBlank(text, piece, before);
    } else {
      text += piece;
      isBroken = false;
      before = null;
    }
  }
  const ended = isBroken ? text.replace(/\n{2,}$/, '\n') : text;
  // A line across the text that comes to stand first would begin settings.
  return ended.startsWith('---\n') && ended[0] !== firstLetter(pieces) ? `\n${ended}` : ended;
}

function firstLetter([first = '']: readonly (string | Part)[]): string | undefined {
  return (typeof first === 'string' ? first : first.present)[0];
}

function withBlank(text: string, blank: string, before: Part | null): string {
  const endsLine = before !== null && !before.present.endsWith('\n');
  const trimmed = endsLine ? text.replace(/[ \t]+$/, '') : text;
  const ended = endsLine && trimmed !== '' && !trimmed.endsWith('\n') ? `${trimmed}\n` : trimmed;
  const gap = endsLine ? blank.replace(/^[ \t]*\n/, '') : blank;
  return gap === '' || ended.endsWith('\n\n') || ended === '\n' ? ended : ended + gap;
}
