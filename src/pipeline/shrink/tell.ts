import { removalLine } from '../../core/report/live/removal-line.ts';
import type { Answer } from '../../core/shrink/answer.ts';
import { lackedIds, removableParts } from '../../core/shrink/removal.ts';
import type { Engine } from '../engine/engine.ts';
import type { Target } from './find-targets.ts';

/** Says what a shorter text came to. Of what it lacks, only what was not `gone` before is named. */
export function tell(
  { ports }: Engine,
  target: Target,
  of: {
    readonly lacks: readonly string[];
    readonly gone: readonly string[];
    readonly answers: readonly Answer[];
    readonly isConfirming: boolean;
  },
): void {
  const before = new Set(lackedIds(target.cut, of.gone));
  const lacks = new Set(of.lacks);
  const tried = removableParts(target).filter(({ id }) => lacks.has(id) && !before.has(id));
  const { answers, isConfirming } = of;
  const isOneSpec = target.specs.length === 1;
  ports.log.info(removalLine({ target: target.name, tried, answers, isOneSpec, isConfirming }));
}
