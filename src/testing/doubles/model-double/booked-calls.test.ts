import { describe, expect, test } from '@jest/globals';
import { mostBytesFor } from '../../../adapters/api-client/answer-tap.ts';
import type { Reply } from '../../../core/generation/reply.ts';
import { startModelDouble } from '../model-double.ts';
import { aModel, aPrompt, apiAdapters, callOnce, testKey, type ApiAdapter } from './api-clients.ts';
import type { ScriptedFault } from './scripted-fault.ts';

const simulated = {
  name: 'simulated-a',
  write: () => [{ path: 'src/a.txt', content: 'line\n'.repeat(400) }],
};
const sentTokens = Math.ceil(Buffer.byteLength(aPrompt.system + aPrompt.user) / 3);

async function replyTo(adapter: ApiAdapter, fault: ScriptedFault, maxOutputTokens = 64_000): Promise<Reply> {
  await using double = await startModelDouble([simulated], { faults: () => fault });
  const model = aModel(adapter, double.url, { maxOutputTokens });
  return await callOnce(adapter.client({ model, apiKey: testKey }));
}

describe.each(apiAdapters)('a call to $name', (adapter) => {
  test.each<readonly [string, ScriptedFault]>([
    ['is refused', { kind: 'http', status: 400 }],
    ['finds the vendor overloaded', { kind: 'http', status: 529 }],
    ['is cut before the headers', { kind: 'cut', at: 'before-headers' }],
  ])('that %s is booked with nothing', async (_name, fault) => {
    expect(await replyTo(adapter, fault)).toMatchObject({ kind: 'fault', bill: null });
  });

  test.each<readonly [string, ScriptedFault]>([
    ['a page', { kind: 'garbage', body: '<title>Sign in</title>', contentType: 'text/html' }],
    ['nothing', { kind: 'garbage', body: '' }],
    ['an error', { kind: 'garbage', body: '{"error":{"message":"upstream"}}' }],
  ])('that is answered with %s is booked with the estimate of its prompt', async (_name, fault) => {
    expect(await replyTo(adapter, fault)).toMatchObject({
      kind: 'fault',
      fault: { kind: 'no-answer' },
      bill: { usage: { inputTokens: sentTokens, outputTokens: 0 }, isEstimated: true, mayBeMore: false },
    });
  });

  test.each<readonly [string, ScriptedFault]>([
    ['is cut', { kind: 'cut', at: 'mid-stream' }],
    ['ends early', { kind: 'early-close' }],
  ])('whose stream %s is booked with what arrived, and may cost more', async (_name, fault) => {
    const reply = await replyTo(adapter, fault);

    if (reply.kind !== 'fault' || reply.bill === null) throw new Error('the call is booked');
    expect(reply.bill).toMatchObject({ isEstimated: true, mayBeMore: true });
    expect(reply.bill.usage.inputTokens).toBeGreaterThan(0);
    expect(reply.bill.usage.outputTokens).toBeGreaterThan(100);
  });

  test('whose answer is larger than its maximum can fill is given up there', async () => {
    await using double = await startModelDouble([
      { name: 'simulated-a', write: () => [{ path: 'a.txt', content: 'x'.repeat(4 * mostBytesFor(500)) }] },
    ]);
    const model = aModel(adapter, double.url, { maxOutputTokens: 500 });
    const reply = await callOnce(adapter.client({ model, apiKey: testKey }));

    expect(reply).toMatchObject({
      kind: 'fault',
      fault: {
        kind: 'no-answer',
        detail: expect.stringContaining('did not end within 2 MB, more than `max-output-tokens` can fill'),
      },
      bill: { usage: { outputTokens: 500 } },
    });
  });
});
