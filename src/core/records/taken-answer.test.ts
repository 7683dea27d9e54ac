import { expect, test } from '@jest/globals';
import type { GenerationRecord } from './record.ts';
import { takenAnswer } from './taken-answer.ts';

const answered = (
  text: string,
  of: Partial<GenerationRecord> = {},
): GenerationRecord & { readonly result: { readonly kind: 'completed' } } => ({
  ...{ schema: 1, kind: 'generation', key: 'k', model: 'one', sample: 0, nonce: 'N0NCE', attempts: 1 },
  origin: { at: 0, event: 'local', ref: null, run: null, pullRequest: null },
  ...of,
  result: {
    kind: 'completed',
    completion: {
      ...{ text, finish: 'complete', servedBy: 'one', requestId: null, latencyMs: 1 },
      usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
    },
  },
});

test('what a run keeps of an answer holds nothing that the answer says', () => {
  const record = answered('a whole file');
  const kept = takenAnswer(record, () => record);

  expect(JSON.stringify(kept)).not.toContain('a whole file');
  expect(kept).toMatchObject({ key: 'k', characters: 12, isAgents: false });
  expect(kept.read()).toBe(record);
});

test('the files and the transcript of an agent are not kept either', () => {
  const record = answered('');
  const files = [{ path: 'src/a.mjs', content: 'a whole file' }];
  const agent = { files, problem: null, limit: null, turns: [], refused: [], transcript: 'what it printed' };
  const completion = { ...record.result.completion, agent };
  const kept = takenAnswer({ ...record, result: { kind: 'completed', completion } }, () => null);

  expect(JSON.stringify(kept)).not.toMatch(/a whole file|what it printed/);
  expect(kept).toMatchObject({ isAgents: true, characters: 12, servedInTurns: [] });
});

test('the models that were served to the turns of an agent are kept once each', () => {
  const record = answered('');
  const turn = { inputTokens: 1, outputTokens: 1, tools: [], status: 200 };
  const turns = [{ ...turn, servedBy: 'a' }, turn, { ...turn, servedBy: 'b' }, { ...turn, servedBy: 'a' }];
  const agent = { files: [], problem: null, limit: null, turns, refused: [], transcript: '' };
  const completion = { ...record.result.completion, agent };
  const kept = takenAnswer({ ...record, result: { kind: 'completed', completion } }, () => null);

  expect(kept.servedInTurns).toEqual(['a', 'b']);
});

test('two answers say the same if only their nonces differ', () => {
  const said = (text: string, nonce: string): string =>
    takenAnswer(answered(text, { nonce }), () => null).said;

  expect(said('=== FILE N1 a ===\n1', 'N1')).toBe(said('=== FILE N2 a ===\n1', 'N2'));
  expect(said('=== FILE N1 a ===\n1', 'N1')).not.toBe(said('=== FILE N1 a ===\n2', 'N1'));
});
