import type { StoredRecord } from './record.ts';

/** Which record a file should hold. */
export type RecordName = { readonly kind: StoredRecord['kind']; readonly key: string };

/** Path of a record's file below the records folder. Throws for a key that core/digest did not make. */
export function recordPath({ kind, key }: RecordName): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not a record key: ${key.slice(0, 80)}`);
  return `${kind}/${key.slice(0, 2)}/${key}.json`;
}

/** The record at a path below the records folder; null for every other path. */
export function readRecordPath(path: string): RecordName | null {
  const parts = /^([a-z-]+)\/([0-9a-f]{2})\/([0-9a-f]{64})\.json$/.exec(path);
  const [, folder = '', shard = '', key = ''] = parts ?? [];
  const kind = kinds.find((name) => name === folder);
  return kind === undefined || !key.startsWith(shard) || shard === '' ? null : { kind, key };
}

const kinds: readonly StoredRecord['kind'][] = ['generation', 'test-run', 'plan', 'night'];
