import type { Answer } from './answer.ts';
import { lackedIds, removableParts, type Shrinkable } from './removal.ts';
import type { SoFar } from './search.ts';
import type { JudgedPart } from './shrunk.ts';

/** What is known of each part at the end: the offered text is the one without `offered`. */
export function judgedParts(
  of: Shrinkable,
  soFar: Pick<SoFar, 'needed' | 'open'>,
  offered: readonly string[],
): readonly JudgedPart[] {
  const gone = new Set(lackedIds(of.cut, offered));
  const needed = answersById(soFar.needed);
  const open = answersById(soFar.open);
  return removableParts(of).map((part): JudgedPart => {
    if (gone.has(part.id)) return { part, outcome: 'not-missed', answers: [] };
    const shown = needed.get(part.id);
    if (shown !== undefined) return { part, outcome: 'needed', answers: shown };
    return { part, outcome: 'undecided', answers: open.get(part.id) ?? [] };
  });
}

function answersById(kept: SoFar['needed']): ReadonlyMap<string, readonly Answer[]> {
  return new Map(kept.map(({ id, answers }) => [id, answers] as const));
}
