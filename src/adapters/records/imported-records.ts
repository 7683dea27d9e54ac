import type { Origin, RecordOf, StoredRecord, Unstamped } from '../../core/records/record.ts';
import { recordPath } from '../../core/records/record-path.ts';
import type { DiskRecordStore } from './record-store.ts';

/**
 * The records of an import as the store of one run. Answers and the plan come from the import alone, so that no answer
 * of another origin joins them; test runs of this machine come first. Only test runs are stored: what was measured
 * here stays true when the import is gone.
 */
export function importedRecords(of: {
  readonly own: DiskRecordStore;
  readonly records: readonly StoredRecord[];
  /** Names the import. */
  readonly id: string;
}): DiskRecordStore {
  const { own, id } = of;
  const held = new Map(of.records.map((record) => [recordPath(record), stamped(record, id)]));
  const take = <Kind extends StoredRecord['kind']>(kind: Kind, key: string): RecordOf<Kind> | null => {
    const record = held.get(recordPath({ kind, key }));
    return record !== undefined && isOf(kind, record) ? record : null;
  };
  return {
    ...own,
    readGeneration: async (key) => take('generation', key),
    readGenerationSync: (key) => take('generation', key),
    // Nobody draws from an import: its plan says which answers it takes.
    readGenerations: async () => new Map(),
    async *generationsOf() {},
    readTestRun: async (key) => (await own.readTestRun(key)) ?? take('test-run', key),
    readPlan: async (key) => take('plan', key),
    async write<Given extends Unstamped>(record: Given) {
      if (record.kind === 'test-run') return own.write(record);
      return { ...record, origin: originOf(Date.now(), id) };
    },
  };
}

function stamped(record: StoredRecord, id: string): StoredRecord {
  return { ...record, origin: originOf(record.origin.at, id) };
}

function originOf(at: number, id: string): Origin {
  return { at, event: 'local', ref: null, run: null, pullRequest: null, import: id };
}

function isOf<Kind extends StoredRecord['kind']>(kind: Kind, record: StoredRecord): record is RecordOf<Kind> {
  return record.kind === kind;
}
