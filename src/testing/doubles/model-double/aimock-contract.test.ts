import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeAnswer } from '../../../core/generation/answer-protocol.ts';
import { aModel, apiAdapters, callOnce, testKey } from './api-clients.ts';

// Somebody else's implementation of the three wire formats, so that our double cannot share our own mistakes.
const answer = writeAnswer([{ path: 'src/a.txt', content: 'ünïcode 🎉\n'.repeat(50) }], 'K7QZ3M');
let mock: LLMock;

beforeAll(async () => {
  mock = new LLMock({ port: 0 });
  mock.onMessage(/ünïcode/, { content: answer });
  await mock.start();
});

afterAll(async () => {
  await mock.stop();
});

describe.each(apiAdapters)('$name against an independent double', (adapter) => {
  test('brings the streamed text whole', async () => {
    const reply = await callOnce(adapter.client({ model: aModel(adapter, mock.url), apiKey: testKey }));
    expect(reply).toMatchObject({ kind: 'completed', completion: { text: answer, finish: 'complete' } });
  });

  test('takes its 429 for a transient fault', async () => {
    const busy = new LLMock({ port: 0 });
    busy.onMessage(/ünïcode/, { error: { message: 'slow down', type: 'rate_limit_error' }, status: 429 });
    await busy.start();
    const reply = await callOnce(adapter.client({ model: aModel(adapter, busy.url), apiKey: testKey }));
    await busy.stop();
    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'transient', status: 429 } });
  });
});
