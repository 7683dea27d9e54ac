import type { StoredRecord } from '../../core/records/record.ts';

// The same few test ids occur in thousands of records, so each string is kept once.
const known = new Map<string, string>();
const knownAtMost = 100_000;

/** The record with ids that it has in common with records read before, so that many of them fit into memory. */
export function withSharedIds(record: StoredRecord): StoredRecord {
  if (record.kind !== 'test-run' || record.testRun.report === null) return record;
  const { testRun } = record;
  const cases = record.testRun.report.cases.map((each) => ({ ...each, id: shared(each.id) }));
  return { ...record, testRun: { ...testRun, report: { ...record.testRun.report, cases } } };
}

function shared(text: string): string {
  const same = known.get(text);
  if (same !== undefined) return same;
  if (known.size < knownAtMost) known.set(text, text);
  return text;
}
