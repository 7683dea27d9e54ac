import type { CellStory, ComparisonEvidence } from '../evidence/evidence.ts';
import { mostSevereFirst } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** So much code is coloured in all, in characters: colouring takes longer than everything else of a large report. */
const colourRoom = 1_000_000;

/**
 * The generations whose syntax is coloured: one passing and one failing of each arm, those of the worst verdicts first,
 * while there is room.
 */
export function colouredCells(
  { verdicts }: PortabilitySummary,
  comparisons: ReadonlyMap<string, ComparisonEvidence>,
  room: number = colourRoom,
): ReadonlySet<CellStory> {
  const coloured = new Set<CellStory>();
  let left = room;
  for (const { question } of mostSevereFirst(verdicts))
    for (const story of examplesOf(comparisons.get(question)?.cells ?? [])) {
      left -= sizeOf(story);
      if (left < 0) return coloured;
      coloured.add(story);
    }
  return coloured;
}

function examplesOf(cells: readonly CellStory[]): readonly CellStory[] {
  return (['head', 'base'] as const)
    .flatMap((role) =>
      [true, false].map((hasPassed) =>
        cells.find(
          (story) =>
            story.role === role &&
            (story.outcome.kind === 'passed') === hasPassed &&
            story.cell.code.kind === 'files',
        ),
      ),
    )
    .filter((story) => story !== undefined);
}

function sizeOf({ cell }: CellStory): number {
  return cell.generation?.characters ?? 0;
}
