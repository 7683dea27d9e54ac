import type { Answer, Outcome, Subject } from '../../core/shrink/answer.ts';
import { attemptOutcome, confirmingSoFar } from '../../core/shrink/confirm.ts';
import { lackedIds, removalKey } from '../../core/shrink/removal.ts';
import type { Engine } from '../engine/engine.ts';
import { askMore, type Taken } from './asked-so-far.ts';
import type { Target } from './find-targets.ts';
import { tell } from './tell.ts';

/** Parts without which the text held on fresh samples. */
export type Confirmed = {
  readonly parts: readonly string[];
  readonly attempt: number;
  readonly answers: readonly Answer[];
};

/**
 * Holds the text without what is gone against the original, on fresh samples of both; if it does not hold, parts of it.
 * An attempt that is cut short confirms nothing, and no other one is made. `confirmed` is null if nothing held.
 */
export async function confirmParts(
  engine: Engine,
  target: Target,
  of: { readonly gone: readonly string[]; readonly subjects: readonly Subject[]; readonly taken: Taken },
): Promise<{ readonly confirmed: Confirmed | null; readonly taken: Taken }> {
  const { gone, subjects } = of;
  const outcomes = new Map<string, Outcome>();
  let taken: Taken = { ...of.taken, end: null };
  let confirmed: Confirmed | null = null;
  for (;;) {
    const so = confirmingSoFar(
      { cut: target.cut, gone },
      (parts, attempt) =>
        outcomes.get(`${attempt} ${removalKey(parts)}`) ?? (taken.end === null ? undefined : 'open'),
    );
    if (so.kind === 'done') return { confirmed, taken: { ...taken, end: taken.end ?? of.taken.end } };
    const { parts, attempt } = so;
    const lacks = lackedIds(target.cut, parts);
    const more = await askMore(engine, taken, { target, lacks, about: subjects, attempt });
    taken = more.taken;
    tell(engine, target, { lacks, gone: [], answers: more.answers, isConfirming: true });
    const outcome = taken.end === null ? attemptOutcome(more.answers, subjects) : 'open';
    outcomes.set(`${attempt} ${removalKey(parts)}`, outcome);
    if (outcome === 'held') confirmed = { parts, attempt, answers: more.answers };
  }
}
