import type { GenerationRecord, StoredRecord, TestRunRecord } from '../core/plan/record.ts';

/** The stored halves of cells, by key. A record that was written survives a crash right after. */
export interface RecordStore {
  readGeneration(key: string): Promise<GenerationRecord | null>;
  readTestRun(key: string): Promise<TestRunRecord | null>;
  /** Durable (written, synced, renamed) when the promise resolves. */
  write(record: StoredRecord): Promise<void>;
}
