import type { CapName } from '../../core/budget/budget.ts';
import type { LostCalls } from '../../core/budget/lost-calls.ts';
import type { StoppedModel } from '../../core/generation/completion.ts';
import type { Engine } from './engine.ts';

/** How the sampling of a run ended, in addition to what it measured. */
export type RunEnd = {
  /** Why a model was not asked any more, by model id. */
  readonly stopped: ReadonlyMap<string, StoppedModel>;
  /** Caps that ended sampling early. */
  readonly exhaustedCaps: readonly (CapName | 'minutes')[];
  /** Answered calls that gave no answer, by model. */
  readonly lost: readonly LostCalls[];
};

/** If nothing was sampled, nothing ended early. */
export const nothingEnded: RunEnd = { stopped: new Map(), exhaustedCaps: [], lost: [] };

/** How the sampling of an engine ended; called once it has nothing left to do. */
export function runEndOf({ watch, ledger, lost, ports, deadline }: Engine): RunEnd {
  const isLate = ports.clock.now() >= deadline;
  return {
    stopped: watch.stoppedModels(),
    exhaustedCaps: [...ledger.refusedBy, ...(isLate ? (['minutes'] as const) : [])],
    lost: lost.list,
  };
}
