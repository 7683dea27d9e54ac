import type { MeasuredCell, Measurements } from '../../core/verdict/measurements.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { sidesOf } from '../../core/plan/question.ts';
import type { Question } from '../../core/plan/question.ts';
import type { PlanFile } from '../../core/fan-out/plan-file.ts';
import type { Settings } from '../../core/settings.ts';
import type { ShardFile } from '../../core/fan-out/shard-file.ts';
import type { Shard } from '../../core/fan-out/shard.ts';
import { leftOutNotes, shardNotes, type LeftOut } from '../../core/fan-out/shard-notes.ts';
import type { RunPart } from '../engine/run-plan.ts';
import { keyOf } from './cell-key.ts';
import { awaitingConfirmation } from '../../core/verdict/decide.ts';
import { answeredOf } from '../../core/verdict/answered-of.ts';
import { shardsOf } from './planned-records.ts';

type Finished = Extract<ShardFile['end'], { readonly kind: 'finished' }>;

/** What the jobs of a fanned-out run left besides their records, held against the plan of this run. */
export class JoinedShards {
  readonly #file: PlanFile;
  readonly #ends: ReadonlyMap<string, ShardFile | null>;
  readonly #settings: Settings;
  readonly #run: string | null;
  readonly #leftOut: () => LeftOut;
  #plan: Plan = { changes: [], questions: [] };
  #shards: readonly Shard[] = [];
  #owners = new Map<string, string>();

  constructor(of: {
    readonly file: PlanFile;
    /** By shard; null where a shard left nothing that can be read. */
    readonly ends: ReadonlyMap<string, ShardFile | null>;
    readonly settings: Settings;
    /** Id of this workflow run. */
    readonly run: string | null;
    /** Files that were left out so far. */
    readonly leftOut: () => LeftOut;
  }) {
    this.#file = of.file;
    this.#ends = of.ends;
    this.#settings = of.settings;
    this.#run = of.run;
    this.#leftOut = of.leftOut;
  }

  /** Holds the plan against the file, once, before anything is read of a shard. Throws PLAN_FILE_UNUSABLE. */
  expect(plan: Plan): void {
    this.#plan = plan;
    this.#shards = shardsOf(plan, this.#file, this.#settings);
    this.#owners = new Map(
      this.#shards.flatMap(({ id, questions }) =>
        questions.flatMap((question) => keysOf(question).map((key) => [key, id] as const)),
      ),
    );
  }

  /** The replay takes what the shards took: every confirmation that any of them drew. */
  part({ questions }: Plan): RunPart {
    return { questions: questions.length };
  }

  /** Which shard was to draw a generation; null for one that this run does not ask for. */
  ownerOf(key: string): string | null {
    return this.#owners.get(key) ?? null;
  }

  /** The same measurements as the shards took them: what was paid for now, why a sample is missing, where they stopped. */
  measured(measurements: Measurements): Measurements {
    const facts = this.#facts();
    const cells = measurements.cells.flatMap((cell) => this.#asTaken(cell, keyOf(cell), facts));
    return this.#confirmedOnly(measurements.with(paidOnce(cells)));
  }

  /** Models that a shard left. */
  get stopped(): ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }> {
    const known = new Set(this.#settings.models.map(({ id }) => id));
    const stops = this.#finished().flatMap(({ end }) => end.stopped);
    const own = stops.filter(({ model }) => known.has(model));
    // A misconfigured model says so before one that was merely out of order.
    const sorted = own.toSorted((one, other) => Number(one.isMisconfigured) - Number(other.isMisconfigured));
    return new Map(sorted.map(({ model, ...stop }) => [model, stop]));
  }

  /** Caps of which a shard used up its share. */
  get exhaustedCaps(): Finished['ranOut'] {
    return [...new Set(this.#finished().flatMap(({ end }) => end.ranOut))];
  }

  /** Whether a shard did not come to its end. */
  get lacksShards(): boolean {
    return this.#finished().length < this.#shards.length;
  }

  /** What a reader must know of shards that did not end, one plain sentence each. */
  notes(): readonly string[] {
    const ends = this.#shards.map((shard) => ({ shard, file: this.#ends.get(shard.id) ?? null }));
    return [...shardNotes(ends), ...leftOutNotes(this.#leftOut())];
  }

  #finished(): readonly { readonly id: string; readonly end: Finished }[] {
    return this.#shards.flatMap(({ id }) => {
      const end = this.#ends.get(id)?.end;
      return end?.kind === 'finished' ? [{ id, end }] : [];
    });
  }

  #facts(): Facts {
    const own = <Item>(
      list: (end: Finished) => readonly Item[],
      keyOf: (item: Item) => string,
    ): readonly Item[] =>
      this.#finished().flatMap(({ id, end }) => list(end).filter((item) => this.ownerOf(keyOf(item)) === id));
    const itself = (key: string): string => key;
    return {
      finished: new Set(this.#finished().map(({ id }) => id)),
      asked: new Set(own(({ asked }) => asked, itself)),
      taken: new Set(own(({ asked, replayed }) => [...asked, ...replayed], itself)),
      unsafe: new Set(own(({ unsafe }) => unsafe, itself)),
      unmeasured: new Map(
        own(
          ({ unmeasured }) => unmeasured,
          ({ key }) => key,
        ).map(({ key, why }) => [key, why]),
      ),
    };
  }

  // A shard confirms whatever might block; of that the whole run would have drawn only what Holm leaves to confirm.
  #confirmedOnly(measurements: Measurements): Measurements {
    const { questions } = this.#plan;
    const confirming = new Map(questions.map(({ id, confirming: samples }) => [id, new Set(samples)]));
    const isConfirming = ({ question, role, sample }: MeasuredCell): boolean =>
      role === 'base' && confirming.get(question)?.has(sample) === true;
    const without = measurements.with(measurements.cells.filter((cell) => !isConfirming(cell)));
    const answers = questions.map((question) => answeredOf(question, without));
    const awaiting = awaitingConfirmation(answers, this.#settings);
    const waiting = new Set(awaiting.map(({ question }) => question.id));
    const isKept = (cell: MeasuredCell): boolean => !isConfirming(cell) || waiting.has(cell.question);
    return measurements.with(measurements.cells.filter((cell) => isKept(cell)));
  }

  #asTaken(cell: MeasuredCell, key: string, facts: Facts): readonly MeasuredCell[] {
    const isFinished = facts.finished.has(this.ownerOf(key) ?? '');
    const cached = isFinished ? !facts.asked.has(key) : !this.#isOfThisRun(cell);
    if (cell.code.kind !== 'unmeasured') return [{ ...cell, cached }];
    if (facts.unsafe.has(key)) return [{ ...cell, cached, code: { kind: 'no-code', why: 'unsafe-path' } }];
    const why = facts.unmeasured.get(key);
    if (why !== undefined) return [{ ...cell, cached, code: { kind: 'unmeasured', why } }];
    // The shard stopped before this sample; seen together with other shards' tests its question might have gone on.
    const isNeverTaken = isFinished && cell.generation === null && !facts.taken.has(key);
    return isNeverTaken ? [] : [{ ...cell, cached }];
  }

  // A shard that was killed cannot say what it paid for.
  #isOfThisRun({ generation }: MeasuredCell): boolean {
    return generation !== null && this.#run !== null && generation.origin.run === this.#run;
  }
}

type Facts = {
  readonly finished: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly unsafe: ReadonlySet<string>;
  readonly unmeasured: ReadonlyMap<string, Finished['unmeasured'][number]['why']>;
};

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

function keysOf(question: Question): readonly string[] {
  return sidesOf(question).flatMap(({ role, arm, samples }) =>
    [...samples, ...(role === 'base' ? question.confirming : [])].map(arm.keyOf),
  );
}
