import type { PlanFile } from '../core/fan-out/plan-file.ts';
import type { ShardFile } from '../core/fan-out/shard-file.ts';
import type { IgnoredRecords } from '../core/fan-out/shard-notes.ts';
import type { Reader } from '../core/records/trust.ts';
import type { RecordStore } from './record-store.ts';

/** The records of several shards, seen as one store. */
export type JoinedRecords = RecordStore & {
  /** Which records of the shards were left out; complete when the run has read all that it asks for. */
  ignored(): IgnoredRecords;
};

/** What the jobs of a fanned-out run pass to each other. A text is returned as it was found, complete or not. */
export interface FanOutFolder {
  /** Text of the plan file; null when there is none to read. */
  readPlan(): Promise<string | null>;
  writePlan(file: PlanFile): Promise<void>;
  /** Text of the file that a shard wrote; null when there is none to read. */
  readShard(id: string): Promise<string | null>;
  /** Removes what an earlier attempt of a shard wrote. */
  clearShard(id: string): Promise<void>;
  /** Adds records of this job to those that a shard passes on; files that already exist are kept. */
  addRecords(id: string, keys: Iterable<string>): Promise<void>;
  /** Writes how a shard ended. */
  writeShard(file: ShardFile): Promise<void>;
  /**
   * The records of this job together with those that its shards wrote. From their folders only records are read that
   * this run itself asks for, and an answer only from the shard that had to draw it.
   */
  joinRecords(of: {
    readonly shards: readonly string[];
    /** Which shard was to draw a generation, by its key. */
    readonly owners: ReadonlyMap<string, string>;
    readonly reader: Reader;
  }): Promise<JoinedRecords>;
}
