import type { Measurements } from './measurements.ts';
import { redRepository } from '../results/red-repository.ts';
import type { Redness } from '../results/red-repository.ts';
import { sideOf } from '../specs/spec.ts';

/** A spec whose tests fail on the base commit before any model was asked. */
export type RedBase = Redness & { readonly spec: string };

/** Failing tests on the base are only a warning: the head is compared with the base, not with perfection. */
export function redBases({ questions, trees }: Pick<Measurements, 'questions' | 'trees'>): RedBase[] {
  const bases = new Set(
    questions
      .map(({ change }) => change)
      .flatMap((change) =>
        change.base !== null && sideOf(change, change.base) === 'base' ? [change.base] : [],
      ),
  );
  return [...trees].flatMap(([version, { own }]) => {
    // A run that did not take place says nothing. This happens when judging again without its record.
    const took = own?.run.end.kind === 'cancelled' ? null : own;
    const red = bases.has(version) ? redRepository(took) : null;
    return red === null ? [] : [{ spec: version.spec.name, ...red }];
  });
}
