import { expect, test } from '@jest/globals';
import { aCall, aFailedCall, anEnd, wireFacts } from '../../testing/builders/an-agent-run.ts';
import { agentRunOf } from './agent-run-of.ts';

const key = 'key-of-the-vendor-0123456789';

test('each turn says which model the vendor served, and what came from its cache', () => {
  const usage = { inputTokens: 1000, cachedInputTokens: 900, outputTokens: 100 };
  const calls = [
    aCall({ usage, servedBy: 'large-1' }),
    aCall({ usage: { ...usage, cachedInputTokens: 0 }, servedBy: `small ${key}` }),
    aFailedCall(503),
    aCall({ servedBy: null }),
  ];

  const { turns } = agentRunOf({ facts: wireFacts({ calls }), end: anEnd(), secrets: [key] });

  expect(turns.map(({ servedBy }) => servedBy)).toEqual(['large-1', 'small [key]', undefined, undefined]);
  expect(turns.map(({ cachedInputTokens: cached }) => cached)).toEqual([
    900,
    undefined,
    undefined,
    undefined,
  ]);
});
