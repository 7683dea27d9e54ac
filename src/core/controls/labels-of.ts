import type { Token } from './tokens.ts';

/** The names that values beginning at these tokens are given: `want: 5`, `expected = [5]`, `out: []int{5}`. */
export function labelsOf(tokens: readonly Token[], places: readonly number[]): readonly string[] {
  return places.flatMap((place) => labelOf(tokens, place) ?? []);
}

function labelOf(tokens: readonly Token[], place: number): string | null {
  const at = beforeType(tokens, place);
  if (!/^(?::|=|:=)$/.test(tokens[at]?.text ?? '')) return null;
  const name = tokens[at - 1];
  if (name?.kind === 'word') return name.text;
  return name?.kind === 'string' ? name.text.slice(1, -1) : null;
}

/** The last token before the value and its type. */
function beforeType(tokens: readonly Token[], place: number): number {
  let at = skippedBack(tokens, place - 1, /^(?:[-\]&*.[]|new)$/);
  const isType = tokens[at]?.kind === 'word' && tokens[place]?.kind === 'mark' && place - at <= 4;
  if (isType) at -= 1;
  return skippedBack(tokens, at, /^[\][*&]$/);
}

function skippedBack(tokens: readonly Token[], from: number, skipped: RegExp): number {
  let at = from;
  while (at > 0 && skipped.test(tokens[at]?.text ?? '')) at -= 1;
  return at;
}
