import type { CapName } from '../budget/budget.ts';
import type { Settings } from '../settings.ts';
import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';
import { cellKey, ownersOf } from './cell-key.ts';
import { confirmedOnly } from './confirmed-only.ts';
import type { DividedPlan } from './plan-of-file.ts';
import type { ShardFile } from './shard-file.ts';
import { shardNotes } from './shard-notes.ts';

/** What the jobs of a fanned-out run left. */
export type ShardResults = {
  /** How each ended, by its id; null or missing where it left nothing that can be read. */
  readonly ends: ReadonlyMap<string, ShardFile | null>;
  /** Everything that is on record of the plan, replayed in one go. */
  readonly replayed: Measurements;
};

/** The whole run, as one job would have measured it. */
export type JoinedRun = {
  readonly measurements: Measurements;
  /** Models that a shard left. */
  readonly stopped: ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }>;
  /** Caps of which a shard used up its share. */
  readonly exhaustedCaps: readonly (CapName | 'minutes')[];
  /** A shard did not come to its end. */
  readonly lacksShards: boolean;
  /** What a reader must know of shards that did not end, one plain sentence each. */
  readonly notes: readonly string[];
};

/**
 * Joins what the shards of a plan left: the same measurements as the shards took them, with what was paid for now, why a
 * sample is missing and where they stopped.
 */
export function joinShards(
  { plan, shards }: DividedPlan,
  { ends, replayed }: ShardResults,
  of: {
    readonly settings: Settings;
    /** Id of this workflow run; null outside of one. */
    readonly run: string | null;
  },
): JoinedRun {
  const finished = shards.flatMap(({ id }) => {
    const end = ends.get(id)?.end;
    return end?.kind === 'finished' ? [{ id, end }] : [];
  });
  const facts = factsOf(finished, ownersOf(shards));
  const cells = replayed.cells.flatMap((cell) =>
    asTaken(cell, { ...facts, run: of.run, key: cellKey(cell) }),
  );
  return {
    measurements: confirmedOnly(replayed.with(paidOnce(cells)), plan.questions, of.settings),
    stopped: stoppedBy(finished, of.settings),
    exhaustedCaps: [...new Set(finished.flatMap(({ end }) => end.ranOut))],
    lacksShards: finished.length < shards.length,
    notes: shardNotes(shards.map((shard) => ({ shard, file: ends.get(shard.id) ?? null }))),
  };
}

type Finished = {
  readonly id: string;
  readonly end: Extract<ShardFile['end'], { readonly kind: 'finished' }>;
};

/** What the shards say of generations, each heard only about its own. */
type Facts = {
  readonly owners: ReadonlyMap<string, string>;
  readonly finished: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly unsafe: ReadonlySet<string>;
  readonly unmeasured: ReadonlyMap<string, Finished['end']['unmeasured'][number]['why']>;
};

function factsOf(finished: readonly Finished[], owners: ReadonlyMap<string, string>): Facts {
  const own = (list: (end: Finished['end']) => readonly string[]): readonly string[] =>
    finished.flatMap(({ id, end }) => list(end).filter((key) => owners.get(key) === id));
  return {
    owners,
    finished: new Set(finished.map(({ id }) => id)),
    asked: new Set(own(({ asked }) => asked)),
    taken: new Set(own(({ asked, replayed }) => [...asked, ...replayed])),
    unsafe: new Set(own(({ unsafe }) => unsafe)),
    unmeasured: new Map(
      finished.flatMap(({ id, end }) =>
        end.unmeasured.filter(({ key }) => owners.get(key) === id).map(({ key, why }) => [key, why] as const),
      ),
    ),
  };
}

function asTaken(
  cell: MeasuredCell,
  of: Facts & { readonly key: string; readonly run: string | null },
): readonly MeasuredCell[] {
  const { key } = of;
  const isFinished = of.finished.has(of.owners.get(key) ?? '');
  const cached = isFinished ? !of.asked.has(key) : !isOfRun(cell, of.run);
  if (cell.code.kind !== 'unmeasured') return [{ ...cell, cached }];
  if (of.unsafe.has(key)) return [{ ...cell, cached, code: { kind: 'no-code', why: 'unsafe-path' } }];
  const why = of.unmeasured.get(key);
  if (why !== undefined) return [{ ...cell, cached, code: { kind: 'unmeasured', why } }];
  // The shard stopped before this sample; seen together with other shards' tests its question might have gone on.
  const isNeverTaken = isFinished && cell.generation === null && !of.taken.has(key);
  return isNeverTaken ? [] : [{ ...cell, cached }];
}

// A shard that was killed cannot say what it paid for.
function isOfRun({ generation }: MeasuredCell, run: string | null): boolean {
  return generation !== null && run !== null && generation.origin.run === run;
}

// A sample that two questions take, one on each side, was paid for one of them.
function paidOnce(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  const paid = new Set<string>();
  return cells.map((cell) => {
    if (cell.cached || cell.generation === null) return cell;
    const { key } = cell.generation;
    const isAgain = paid.has(key);
    paid.add(key);
    return isAgain ? { ...cell, cached: true } : cell;
  });
}

function stoppedBy(finished: readonly Finished[], { models }: Settings): JoinedRun['stopped'] {
  const known = new Set(models.map(({ id }) => id));
  const stops = finished.flatMap(({ end }) => end.stopped).filter(({ model }) => known.has(model));
  // A misconfigured model says so before one that was merely out of order.
  const sorted = stops.toSorted((one, other) => Number(one.isMisconfigured) - Number(other.isMisconfigured));
  return new Map(sorted.map(({ model, ...stop }) => [model, stop]));
}
