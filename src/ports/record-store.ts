import type {
  GenerationRecord,
  NightRecord,
  Origin,
  PlanRecord,
  TestRunRecord,
  Unstamped,
} from '../core/records/record.ts';

/** Records by key. A written record survives a crash right afterwards. */
export interface RecordStore {
  /**
   * Keys of the records that were read one by one or written: what a replay of this run needs. Reading many at once
   * to see what exists does not count.
   */
  readonly usedKeys: ReadonlySet<string>;
  readGeneration(key: string): Promise<GenerationRecord | null>;
  /** Reads one again that was read or written before, while a page is made of it. */
  readGenerationSync(key: string): GenerationRecord | null;
  /** The stored ones among these keys, by key. */
  readGenerations(keys: readonly string[]): Promise<ReadonlyMap<string, GenerationRecord>>;
  /** Generations that earlier runs of a pull request paid for. */
  generationsOf(pullRequest: number): AsyncIterable<GenerationRecord>;
  readTestRun(key: string): Promise<TestRunRecord | null>;
  readPlan(key: string): Promise<PlanRecord | null>;
  readNight(key: string): Promise<NightRecord | null>;
  /**
   * Stamps this run's origin on the record and returns the stored record. By then it is durable (written, synced,
   * renamed).
   */
  write<Given extends Unstamped>(record: Given): Promise<Given & { readonly origin: Origin }>;
}
