import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordText } from '../../src/adapters/records/read-record.ts';
import { writeAnswer } from '../../src/core/generation/answer-protocol.ts';
import type { Arm } from '../../src/core/plan/arm.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { sidesOf } from '../../src/core/plan/question.ts';
import type { Role } from '../../src/core/plan/question.ts';
import { recordPath } from '../../src/core/records/record-path.ts';
import type { Origin, StoredRecord } from '../../src/core/records/record.ts';
import type { Shard } from '../../src/core/fan-out/shard.ts';
import { testRunKey } from '../../src/core/records/test-run-key.ts';
import type { TestRun } from '../../src/core/results/test-report.ts';

/** Made-up records of a run, as its shards would leave them, and how much that is. */
export type MadeUp = { files: number; cells: number; bytes: number };

const origin: Origin = {
  at: Date.now(),
  event: 'pull-request',
  ref: 'refs/pull/7/merge',
  run: '1',
  pullRequest: 7,
};

/** How large an answer of two files is, in lines of 35 bytes in each, and how many tests a suite has. */
export type CellSize = { readonly lines: number; readonly tests: number };

/** Writes every record that the shards of a plan would have left: 1 kB of output a run, one cell in ten failing, a few models broken. */
export function makeUpRecords(of: {
  readonly plan: Plan;
  readonly shards: readonly Shard[];
  readonly placeOf: (id: string) => string;
  readonly treeOf: (commit: string) => string;
  readonly size: CellSize;
}): MadeUp {
  const made: MadeUp = { files: 0, cells: 0, bytes: 0 };
  for (const shard of of.shards) {
    const folders = new Set<string>();
    const put = (record: StoredRecord): void => {
      const path = join(of.placeOf(shard.id), 'records', recordPath(record));
      const text = recordText(record);
      if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      writeFileSync(path, text);
      made.files += 1;
      made.bytes += Buffer.byteLength(text);
    };
    for (const question of shard.questions)
      for (const { role, arm, samples } of sidesOf(question)) {
        const tree = of.treeOf(arm.version.commit);
        putTrees(arm, { tree, size: of.size }, put);
        for (const sample of samples) {
          putCell({ role, arm, sample, tree, size: of.size }, put);
          made.cells += 1;
        }
      }
  }
  return made;
}

function putTrees(
  { version }: Arm,
  { tree, size }: { readonly tree: string; readonly size: CellSize },
  put: (record: StoredRecord) => void,
): void {
  const at = { tree, version, sandbox: 'none', repeat: 0, mode: 'plain', reader: 2 } as const;
  put({
    schema: 1,
    kind: 'test-run',
    key: testRunKey({ ...at, files: null }),
    origin,
    testRun: runOf(0, size),
    notes: [],
  });
  put({
    schema: 1,
    kind: 'test-run',
    key: testRunKey({ ...at, files: [] }),
    origin,
    testRun: runOf(size.tests, size),
    notes: [],
  });
}

function putCell(
  of: {
    readonly role: Role;
    readonly arm: Arm;
    readonly sample: number;
    readonly tree: string;
    readonly size: CellSize;
  },
  put: (record: StoredRecord) => void,
): void {
  const { role, arm, sample, tree, size } = of;
  const { spec } = arm.version;
  const number = Number(spec.name.slice(1));
  const isBroken = role === 'head' && number % 20 === 0 && arm.model.id === 'model-1';
  const isFailing = isBroken || (sample + number) % 10 === 0;
  const files = filesOf(of);
  put({
    schema: 1,
    kind: 'generation',
    key: arm.keyOf(sample),
    origin,
    model: arm.model.id,
    sample,
    nonce: arm.prompt.nonce,
    attempts: 1,
    result: {
      kind: 'completed',
      completion: {
        text: writeAnswer(files, arm.prompt.nonce),
        finish: 'complete',
        servedBy: 'simulated-model',
        requestId: null,
        usage: { inputTokens: 900, cachedInputTokens: 0, outputTokens: 1100 },
        latencyMs: 1000,
      },
    },
  });
  for (const repeat of isFailing ? [0, 1, 2] : [0]) {
    const key = testRunKey({
      tree,
      version: arm.version,
      files,
      sandbox: 'none',
      repeat,
      mode: 'plain',
      reader: 2,
    });
    put({ schema: 1, kind: 'test-run', key, origin, testRun: runOf(isFailing ? 2 : 0, size), notes: [] });
  }
}

function filesOf({ role, arm, sample, size }: Parameters<typeof putCell>[0]) {
  return ['a', 'b'].map((name) => ({
    path: `src/${arm.version.spec.name}/${name}.mjs`,
    content: `// ${arm.model.id} ${role} ${sample}\n${'export const value = (n) => n + 1;\n'.repeat(size.lines)}`,
  }));
}

function runOf(failing: number, size: CellSize): TestRun {
  const output = { text: 'ok 1 - does a thing in the time it has\n'.repeat(26), droppedBytes: 0 };
  return {
    run: {
      end: { kind: 'exited', code: failing > 0 ? 1 : 0 },
      stdout: output,
      stderr: { text: '', droppedBytes: 0 },
      durationMs: 900,
    },
    report: {
      format: 'junit',
      cases: Array.from({ length: size.tests }, (_, index) => ({
        id: `test/unit.test.mjs > group ${index % 6} > does thing ${index}`,
        status: index < failing ? 'failed' : 'passed',
        message: index < failing ? 'expected 2, received 3' : '',
      })),
    },
  };
}
