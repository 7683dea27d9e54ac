import { kindsOfQuestion } from '../../core/records/asks.ts';
import { z } from 'zod';
import { nightEntrySchema } from '../../core/records/night-schema.ts';
import type { StoredRecord } from '../../core/records/record.ts';

// The same few test ids occur in thousands of records, so each string is kept once.
const known = new Map<string, string>();
const knownAtMost = 100_000;

function shared(text: string): string {
  const same = known.get(text);
  if (same !== undefined) return same;
  if (known.size < knownAtMost) known.set(text, text);
  return text;
}

const count = z.number().int().nonnegative();
const duration = z.number().nonnegative();

const origin = z.strictObject({
  at: z.number().nonnegative(),
  event: z.enum(['pull-request', 'default-branch', 'manual', 'local']),
  ref: z.string().nullable(),
  run: z.string().nullable(),
  pullRequest: z.number().int().positive().nullable(),
});

const completion = z.strictObject({
  text: z.string(),
  finish: z.enum(['complete', 'truncated', 'refused']),
  servedBy: z.string(),
  requestId: z.string().nullable(),
  usage: z.strictObject({ inputTokens: count, cachedInputTokens: count, outputTokens: count }),
  latencyMs: duration,
});

const generation = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('generation'),
  key: z.string(),
  origin,
  model: z.string(),
  sample: count,
  nonce: z.string(),
  attempts: count,
  result: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('completed'), completion }),
    z.strictObject({ kind: z.literal('too-long'), detail: z.string() }),
  ]),
});

const clipped = z.strictObject({ text: z.string(), droppedBytes: count });

const commandRun = z.strictObject({
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exited'), code: z.number().int() }),
    z.strictObject({ kind: z.literal('killed'), signal: z.string() }),
    z.strictObject({ kind: z.literal('timed-out') }),
    z.strictObject({ kind: z.literal('cancelled') }),
  ]),
  stdout: clipped,
  stderr: clipped,
  durationMs: duration,
});

const report = z.strictObject({
  format: z.enum(['node-test', 'junit', 'tap', 'jest-json', 'go-test', 'exit-code']),
  cases: z.array(
    z.strictObject({
      id: z.string().overwrite(shared),
      status: z.enum(['passed', 'failed', 'skipped']),
      message: z.string(),
    }),
  ),
  cutShort: z.array(z.string()).optional(),
});

const guard = z.strictObject({
  signs: z.array(
    z.enum(['unguarded', 'unsigned', 'cut-short', 'patched', 'forged', 'files-changed', 'poison-survived']),
  ),
  broken: z.array(z.string()),
  poisoned: z.boolean(),
});

const testRun = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('test-run'),
  key: z.string(),
  origin,
  testRun: z.strictObject({ run: commandRun, report: report.nullable(), guard: guard.exactOptional() }),
  notes: z.array(z.string()).optional(),
});

const plan = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('plan'),
  key: z.string(),
  origin,
  questions: z.array(
    z.strictObject({
      spec: z.string(),
      model: z.string(),
      asks: z.enum(kindsOfQuestion),
      looks: z.array(z.strictObject({ base: count, head: count })),
      baseSamples: z.array(count),
      reused: z.array(count),
      confirming: z.array(count),
      headSamples: z.array(count).exactOptional(),
    }),
  ),
});

const night = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('night'),
  key: z.string(),
  origin,
  entries: z.array(nightEntrySchema),
});

const storedRecord: z.ZodType<StoredRecord> = z.discriminatedUnion('kind', [
  generation,
  testRun,
  plan,
  night,
]);

/** The exact shape of a record file: a record and the digest it was written with. */
export const recordFileSchema: z.ZodType<{ readonly digest: string; readonly record: StoredRecord }> =
  z.strictObject({ digest: z.string(), record: storedRecord });
