import type { CutText, Part } from '../../core/parts/part.ts';
import type { Stretch } from './pruned-tree.ts';

/** Where the parts that are not there stood in the full text. */
export function removedStretches({ pieces }: CutText, isThere: (part: Part) => boolean): readonly Stretch[] {
  const removed: Stretch[] = [];
  let from = 0;
  for (const piece of pieces) {
    const to = from + (typeof piece === 'string' ? piece : piece.present).length;
    if (typeof piece !== 'string' && !isThere(piece)) removed.push({ from, to });
    from = to;
  }
  return removed;
}
