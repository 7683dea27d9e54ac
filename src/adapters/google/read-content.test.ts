import { expect, test } from '@jest/globals';
import { contentReader } from './read-content.ts';

const known = { requestedModel: 'gemini-3.8-flash', requestId: null };

function read(chunks: readonly unknown[]) {
  const reader = contentReader();
  const problems = chunks.map((chunk) => reader.add(chunk)).filter((problem) => problem !== null);
  return {
    problems,
    parts: chunks.map((chunk) => reader.isPart(chunk)),
    ...reader.soFar(),
    received: reader.end(known),
  };
}

const saying = (parts: readonly unknown[], more: object = {}) => ({
  candidates: [{ index: 0, content: { role: 'model', parts }, ...more }],
});

test('an answer is the text of all parts; what the model thought is counted and is no part of it', () => {
  const { received, usage } = read([
    saying([{ text: 'Let me see: ', thought: true }]),
    saying([{ text: 'one ' }, { text: 'two' }]),
    {
      ...saying([{ text: '!', thoughtSignature: 'c2ln' }], { finishReason: 'STOP' }),
      modelVersion: 'gemini-3.8-flash-001',
      responseId: 'r-1',
      usageMetadata: {
        promptTokenCount: 100,
        cachedContentTokenCount: 60,
        toolUsePromptTokenCount: 5,
        candidatesTokenCount: 7,
        thoughtsTokenCount: 30,
        totalTokenCount: 142,
      },
    },
  ]);

  expect(received).toEqual({
    kind: 'answered',
    answer: { text: 'one two!', finish: 'complete', servedBy: 'gemini-3.8-flash-001', requestId: 'r-1' },
  });
  expect(usage).toEqual({
    inputTokens: 105,
    cachedInputTokens: 60,
    cacheWriteTokens: null,
    outputTokens: 37,
    reasoningTokens: 30,
  });
});

test('where all output was thought, the count of the answer is left out', () => {
  const usageMetadata = { promptTokenCount: 10, thoughtsTokenCount: 500, totalTokenCount: 510 };
  const { received, usage } = read([{ candidates: [{ finishReason: 'MAX_TOKENS' }], usageMetadata }]);

  expect(received).toMatchObject({ kind: 'answered', answer: { text: '', finish: 'truncated' } });
  expect(usage).toMatchObject({ outputTokens: 500, reasoningTokens: 500 });
});

test('only the first of several candidates is the answer', () => {
  const other = { index: 1, content: { parts: [{ text: 'other' }] }, finishReason: 'SAFETY' };
  const { received } = read([
    { candidates: [...saying([{ text: 'first' }]).candidates, other] },
    saying([], { finishReason: 'STOP' }),
  ]);

  expect(received).toMatchObject({ answer: { text: 'first', finish: 'complete' } });
});

test.each(['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'MODEL_ARMOR'])(
  'an answer that stopped for %s is refused',
  (finishReason) => {
    expect(read([saying([{ text: 'a' }], { finishReason })]).received).toMatchObject({
      kind: 'answered',
      answer: { finish: 'refused' },
    });
  },
);

test.each(['SAFETY', 'OTHER', 'BLOCKLIST', 'PROHIBITED_CONTENT'])(
  'a prompt that is blocked for %s is refused, without any candidate',
  (blockReason) => {
    const { received, hasBegun, parts } = read([{ promptFeedback: { blockReason }, usageMetadata: {} }]);

    expect(received).toMatchObject({ kind: 'answered', answer: { text: '', finish: 'refused' } });
    expect({ hasBegun, parts }).toEqual({ hasBegun: true, parts: [true] });
  },
);

test.each([
  'MALFORMED_FUNCTION_CALL',
  'UNEXPECTED_TOOL_CALL',
  'MALFORMED_RESPONSE',
  'OTHER',
  'FINISH_REASON_UNSPECIFIED',
  'A_NEW_REASON',
])('a model that stopped for %s has given no answer', (finishReason) => {
  expect(read([saying([{ text: 'a' }], { finishReason })]).received).toMatchObject({
    kind: 'failed',
    facts: { isNoAnswer: true, message: `the model stopped for \`${finishReason}\`` },
  });
});

test.each<readonly [string, readonly unknown[]]>([
  ['nothing', []],
  ['thoughts alone', [{ text: 'hm', thought: true }]],
  ['a signature alone', [{ text: '', thoughtSignature: 'c2ln' }]],
])('a stream that holds %s and ends properly is no answer: overloaded models do so', (_, parts) => {
  expect(read([saying(parts, { finishReason: 'STOP' })]).received).toMatchObject({
    kind: 'failed',
    facts: { isNoAnswer: true, message: 'the model stopped before its first word' },
  });
});

test('a called function is an answer without text', () => {
  const call = { functionCall: { name: 'write_file', args: {} } };

  expect(read([saying([call], { finishReason: 'STOP' })]).received).toMatchObject({
    kind: 'answered',
    answer: { text: '', finish: 'complete' },
  });
});

test('without a finish reason the answer broke off, however much of it there is', () => {
  expect(read([saying([{ text: 'a' }])]).received).toMatchObject({
    kind: 'failed',
    facts: { message: 'the stream ended before its finish reason' },
  });
});

test('counts and an empty candidate are signs of life and no part of an answer', () => {
  const { parts, hasBegun } = read([
    { usageMetadata: { promptTokenCount: 7 } },
    { candidates: [{ index: 0, content: { role: 'model' } }] },
    { candidates: [] },
  ]);

  expect({ parts, hasBegun }).toEqual({ parts: [false, false, false], hasBegun: false });
});

test('a chunk of another shape makes the answer unusable', () => {
  expect(read([saying([{ text: 7 }])]).problems).toEqual(['the stream held a chunk that cannot be read']);
});
