import type { CapName } from '../budget/budget.ts';
import type { Spending } from '../budget/caps.ts';
import type { LostCalls } from '../budget/lost-calls.ts';
import type { StoppedModel } from '../generation/completion.ts';
import type { Unmeasured } from '../results/outcome.ts';
import type { Measurements } from '../verdict/measurements.ts';
import { cellKey } from './cell-key.ts';
import { clippedWhy, type ShardFile } from './shard-file.ts';

/** What a job that finished its part of a plan tells the job that reports. */
export function shardEnd(
  { cells }: Pick<Measurements, 'cells'>,
  of: {
    readonly stopped: ReadonlyMap<string, StoppedModel>;
    readonly exhaustedCaps: readonly (CapName | 'minutes')[];
    readonly lost: readonly LostCalls[];
    readonly spending: Spending;
  },
): ShardFile['end'] {
  const answered = cells.flatMap(({ generation, cached }) =>
    generation === null ? [] : [{ key: generation.key, cached }],
  );
  const { usd, tokens, generations } = of.spending;
  return {
    kind: 'finished',
    asked: answered.filter(({ cached }) => !cached).map(({ key }) => key),
    replayed: answered.filter(({ cached }) => cached).map(({ key }) => key),
    unmeasured: cells.flatMap((cell) =>
      cell.code.kind === 'unmeasured' ? [{ key: cellKey(cell), ...whyIn(cell.code) }] : [],
    ),
    unsafe: cells.flatMap((cell) =>
      cell.code.kind === 'no-code' && cell.code.why === 'unsafe-path' ? [cellKey(cell)] : [],
    ),
    stopped: [...of.stopped].map(([model, { why, isMisconfigured, mend }]) => ({
      model,
      why: clippedWhy(why),
      isMisconfigured,
      ...(mend === undefined ? {} : { mend }),
    })),
    ranOut: of.exhaustedCaps,
    ...(of.lost.length === 0 ? {} : { lost: of.lost }),
    spent: { usd, tokens, generations },
  };
}

function whyIn({ why, detail }: Unmeasured): Pick<Unmeasured, 'why' | 'detail'> {
  return detail === undefined ? { why } : { why, detail: clippedWhy(detail) };
}
