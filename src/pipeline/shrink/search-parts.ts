import { confirmingAnswers, hasRoomFor } from '../../core/shrink/affordable.ts';
import type { Answer, Subject } from '../../core/shrink/answer.ts';
import { removalKey } from '../../core/shrink/removal.ts';
import { searchSoFar, type SoFar } from '../../core/shrink/search.ts';
import type { Engine } from '../engine/engine.ts';
import { askMore, nothingTaken, type Taken } from './asked-so-far.ts';
import type { Target } from './find-targets.ts';
import { purseOf } from './purse.ts';
import { tell } from './tell.ts';

/** What a search found, and what it took. */
export type Searched = { readonly soFar: SoFar; readonly taken: Taken };

/**
 * Asks about one shorter text after another until every part is settled, or the budget has only room left to confirm
 * what was found.
 */
export async function searchParts(
  engine: Engine,
  target: Target,
  subjects: readonly Subject[],
): Promise<Searched> {
  const search = { ...target, subjects };
  const asked = new Map<string, readonly Answer[]>();
  let taken = nothingTaken;
  for (;;) {
    const soFar = searchSoFar(search, asked);
    const { next } = soFar;
    if (next === null || taken.end !== null) return { soFar, taken };
    if (!hasRoom(engine, target, { about: next.about.length, subjects: subjects.length, taken }))
      return { soFar, taken: { ...taken, end: 'budget' } };
    const more = await askMore(engine, taken, { target, ...next, attempt: null });
    taken = more.taken;
    tell(engine, target, { ...next, gone: soFar.gone, answers: more.answers, isConfirming: false });
    const key = removalKey(next.lacks);
    if (taken.end === null) asked.set(key, [...(asked.get(key) ?? []), ...more.answers]);
  }
}

function hasRoom(
  engine: Engine,
  target: Target,
  of: { readonly about: number; readonly subjects: number; readonly taken: Taken },
): boolean {
  const last = engine.settings.samples.looks.at(-1) ?? 0;
  // The first question samples the original text too; later ones find its samples on record.
  const perQuestion = of.taken.questions === 0 ? 2 * last : last;
  const answers = of.about * perQuestion + of.subjects * confirmingAnswers;
  return hasRoomFor(answers, purseOf(engine, target));
}
