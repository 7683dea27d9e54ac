import { digest } from '../../src/core/digest.ts';
import type { StoredRecord } from '../../src/core/records/record.ts';

const stamped = (name: string) => ({
  schema: 1 as const,
  key: digest(name),
  origin: { at: 1, event: 'local' as const, ref: null, run: null, pullRequest: null },
});

const plan: StoredRecord = {
  ...stamped('plan'),
  kind: 'plan',
  questions: [
    {
      spec: 'duration',
      model: 'openai/gpt-6.1-sol',
      asks: 'regression',
      looks: [{ base: 3, head: 3 }],
      baseSamples: [0, 1, 2],
      reused: [0],
      confirming: [3],
    },
  ],
};

const answer: StoredRecord = {
  ...stamped('answer'),
  kind: 'generation',
  model: 'openai/gpt-6.1-sol',
  sample: 0,
  nonce: 'A1B2C3',
  attempts: 1,
  result: {
    kind: 'completed',
    completion: {
      text: 'ünïcode 🎉\n=== file src/a.js\nexport const a = 1;\n',
      finish: 'complete',
      servedBy: 'gpt-6.1-sol-2026-08-01',
      requestId: 'req_1',
      usage: { inputTokens: 100, cachedInputTokens: 50, outputTokens: 20 },
      latencyMs: 1.5,
    },
  },
};

const tooLong: StoredRecord = {
  ...stamped('too long'),
  kind: 'generation',
  model: 'openai/gpt-6.1-sol',
  sample: 1,
  nonce: 'A1B2C3',
  attempts: 2,
  result: { kind: 'too-long', detail: '400 prompt is too long' },
};

/** Records of one small check, the plan first. */
export const someRecords: readonly [StoredRecord, ...StoredRecord[]] = [plan, answer, tooLong];

const known = { model: 'openai/gpt-6.1-sol', servedBy: 'gpt-6.1-sol', at: 1_700_000_000_000 };

/** Lines of a file for `check --generations`, one of each shape. */
export const foreignLines: readonly [string, ...string[]] = [
  JSON.stringify({ ...known, spec: '# Half\n', files: [{ path: 'src/half.mjs', content: 'export {};\n' }] }),
  JSON.stringify({
    ...known,
    specSha256: digest('spec'),
    text: '=== K7QZ3M src/half.mjs\n"\\u0041": 1\n',
    nonce: 'K7QZ3M',
    finish: 'truncated',
    usage: { inputTokens: 10, outputTokens: 5 },
  }),
];
