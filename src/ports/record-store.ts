import type {
  GenerationRecord,
  NightRecord,
  Origin,
  PlanRecord,
  TestRunRecord,
  Unstamped,
} from '../core/records/record.ts';

/** Records by key. What was written survives a crash right after. */
export interface RecordStore {
  readGeneration(key: string): Promise<GenerationRecord | null>;
  /** Those of the keys that are stored, by key. */
  readGenerations(keys: readonly string[]): Promise<ReadonlyMap<string, GenerationRecord>>;
  /** Generations that earlier runs of a pull request paid for. */
  generationsOf(pullRequest: number): AsyncIterable<GenerationRecord>;
  readTestRun(key: string): Promise<TestRunRecord | null>;
  readPlan(key: string): Promise<PlanRecord | null>;
  readNight(key: string): Promise<NightRecord | null>;
  /** Stamps this run's origin on the record, and returns it as it is stored: durable (written, synced, renamed) by then. */
  write<Given extends Unstamped>(record: Given): Promise<Given & { readonly origin: Origin }>;
}
