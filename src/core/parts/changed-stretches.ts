import { changedLines, linesOf } from '../specs/changed-lines.ts';
import type { FileSides } from './change-files.ts';
import type { Span } from './clause.ts';
import { cutPlaces } from './text-atoms.ts';

/** One changed stretch of a file as offsets in both texts. */
export type ChangedStretch = { readonly base: Span; readonly head: Span };

/** The hunks of a file. Two that change the same sentence are one, so that no version holds half of it. */
export function changedStretches({ path, base, head }: FileSides): readonly ChangedStretch[] {
  const [before, after] = [base ?? '', head ?? ''];
  const [old, young] = [lineStarts(before), lineStarts(after)];
  const stretches = changedLines(before, after).map((lines) => ({
    base: { from: old[lines.base.from] ?? 0, to: old[lines.base.to] ?? 0 },
    head: { from: young[lines.head.from] ?? 0, to: young[lines.head.to] ?? 0 },
  }));
  if (stretches.length < 2) return stretches;
  const places = [cutPlaces({ path, text: before }), cutPlaces({ path, text: after })];
  const joined: ChangedStretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      isOneSentence({ last, stretch, base: places[0] ?? null, head: places[1] ?? null })
    )
      joined[joined.length - 1] = {
        base: { from: last.base.from, to: stretch.base.to },
        head: { from: last.head.from, to: stretch.head.to },
      };
    else joined.push(stretch);
  }
  return joined;
}

/** Where each line begins, and where the text ends. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const line of linesOf(text)) starts.push((starts.at(-1) ?? 0) + line.length);
  return starts;
}

function isOneSentence(of: {
  readonly last: ChangedStretch;
  readonly stretch: ChangedStretch;
  readonly base: readonly number[] | null;
  readonly head: readonly number[] | null;
}): boolean {
  const { last, stretch, base, head } = of;
  return (
    (base !== null && !base.some((place) => place >= last.base.to && place <= stretch.base.from)) ||
    (head !== null && !head.some((place) => place >= last.head.to && place <= stretch.head.from))
  );
}
