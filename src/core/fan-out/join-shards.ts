import type { CapName } from '../budget/budget.ts';
import { joinedLostCalls, type LostCalls } from '../budget/lost-calls.ts';
import type { StoppedModel } from '../generation/completion.ts';
import type { Unmeasured } from '../results/outcome.ts';
import type { Settings } from '../settings.ts';
import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';
import { cellKey, ownersOf } from './cell-key.ts';
import { confirmedOnly } from './confirmed-only.ts';
import type { DividedPlan } from './plan-of-file.ts';
import type { ShardFile } from './shard-file.ts';
import { shardNotes } from './shard-notes.ts';

/** The results of the jobs of a fanned-out run. */
export type ShardResults = {
  /** How each shard ended, by its id; null or missing if it wrote nothing that can be read. */
  readonly ends: ReadonlyMap<string, ShardFile | null>;
  /** Everything that is on record for the plan, replayed at once. */
  readonly replayed: Measurements;
};

/** The whole run, as one job would have measured it. */
export type JoinedRun = {
  readonly measurements: Measurements;
  /** Models that a shard stopped asking. */
  readonly stopped: ReadonlyMap<string, StoppedModel>;
  /** Caps of which a shard used its whole share. */
  readonly exhaustedCaps: readonly (CapName | 'minutes')[];
  /** Answered calls that gave no answer, by model. */
  readonly lost: readonly LostCalls[];
  /** A shard did not finish. */
  readonly lacksShards: boolean;
  /** What a reader must know about shards that did not finish, one sentence each. */
  readonly notes: readonly string[];
};

/**
 * Joins the results of a plan's shards. The measurements are those that the shards took, with what was paid for now,
 * why a sample is missing and where sampling stopped.
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
  const finished = finishedIn(shards, ends);
  const cells = takenCells(replayed.cells, { shards, ends, owners: ownersOf(shards), run: of.run });
  return {
    measurements: confirmedOnly(replayed.with(cells), plan.questions, of.settings),
    stopped: stoppedBy(finished, of.settings),
    exhaustedCaps: [...new Set(finished.flatMap(({ end }) => end.ranOut))],
    lost: lostIn(finished, of.settings),
    lacksShards: finished.length < shards.length,
    notes: shardNotes(shards.map((shard) => ({ shard, file: ends.get(shard.id) ?? null }))),
  };
}

/** Cells replayed from the records of the shards, as the shards took them. */
export function takenCells(
  cells: readonly MeasuredCell[],
  of: {
    readonly shards: DividedPlan['shards'];
    readonly ends: ShardResults['ends'];
    /** Shard id by the key of the generation. */
    readonly owners: ReadonlyMap<string, string>;
    readonly run: string | null;
  },
): readonly MeasuredCell[] {
  const facts = factsOf(finishedIn(of.shards, of.ends), of.owners);
  return paidOnce(cells.flatMap((cell) => asTaken(cell, { ...facts, run: of.run, key: cellKey(cell) })));
}

function finishedIn(shards: DividedPlan['shards'], ends: ShardResults['ends']): readonly Finished[] {
  return shards.flatMap(({ id }) => {
    const end = ends.get(id)?.end;
    return end?.kind === 'finished' ? [{ id, end }] : [];
  });
}

type Finished = {
  readonly id: string;
  readonly end: Extract<ShardFile['end'], { readonly kind: 'finished' }>;
};

/** What the shards report about generations; each shard counts only for its own. */
type Facts = {
  readonly owners: ReadonlyMap<string, string>;
  readonly finished: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly unsafe: ReadonlySet<string>;
  readonly unmeasured: ReadonlyMap<string, Pick<Unmeasured, 'why' | 'detail'>>;
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
        end.unmeasured
          .filter(({ key }) => owners.get(key) === id)
          .map(({ key, ...why }) => [key, why] as const),
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
  if (why !== undefined) return [{ ...cell, cached, code: { kind: 'unmeasured', ...why } }];
  // The shard stopped before this sample. Together with the tests of other shards its question might have continued.
  const isNeverTaken = isFinished && cell.generation === null && !of.taken.has(key);
  return isNeverTaken ? [] : [{ ...cell, cached }];
}

// A shard that was killed cannot report what it paid for.
function isOfRun({ generation }: MeasuredCell, run: string | null): boolean {
  return generation !== null && run !== null && generation.origin.run === run;
}

// If two questions take the same sample, one on each side, it was paid for only once.
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
  // If one shard reports a misconfigured model and another an outage, the configuration is the reason to show.
  const sorted = stops.toSorted((one, other) => Number(one.isMisconfigured) - Number(other.isMisconfigured));
  return new Map(sorted.map(({ model, ...stop }) => [model, stop]));
}

function lostIn(finished: readonly Finished[], { models }: Settings): readonly LostCalls[] {
  const known = new Set(models.map(({ id }) => id));
  return joinedLostCalls(
    finished.flatMap(({ end }) => end.lost ?? []).filter(({ model }) => known.has(model)),
  );
}
