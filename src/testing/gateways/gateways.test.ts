import { describe, expect, test } from '@jest/globals';
import { withoutReasoning } from '../../core/generation/without-reasoning.ts';
import type { Reply } from '../../core/generation/reply.ts';
import { readGateways, type Exchange } from './read-gateways.ts';
import { replayed, replayKey } from './replay-exchange.ts';

const gateways = readGateways();

/** What was read, in the words of a fixture, which has only the first words of a fault. */
function inWords(reply: Reply, { read }: Exchange): Exchange['read'] {
  if (reply.kind === 'fault') {
    const { kind, detail } = reply.fault;
    const isSame = 'fault' in read && detail.includes(read.detail);
    return { fault: kind, detail: isSame ? read.detail : detail };
  }
  const { text, finish, servedBy, usage, isUsageEstimated } = reply.completion;
  return {
    answer: withoutReasoning(text).trim(),
    finish,
    servedBy,
    usage: isUsageEstimated === true ? 'estimated' : spent(usage) ? usage : 'none',
  };
}

function spent({
  inputTokens,
  outputTokens,
}: {
  readonly inputTokens: number;
  readonly outputTokens: number;
}) {
  return inputTokens + outputTokens > 0;
}

describe.each(gateways)('$name', (gateway) => {
  test.each(gateway.exchanges)('$what', async (exchange) => {
    const { reply, ...asked } = await replayed(gateway, exchange);

    expect(inWords(reply, exchange)).toEqual(exchange.read);
    expect(asked).toMatchObject(exchange.asks ?? {});
  });

  test('gets the key in the header that it wants, and no other', async () => {
    const [first] = gateway.exchanges;
    if (first === undefined) throw new Error('no exchange');
    const { headers } = await replayed(gateway, first);

    const holdsKey = Object.values(headers).filter((value) => value?.includes(replayKey));
    expect(holdsKey).toEqual(gateway.model['api-key-env'] === 'none' ? [] : [`Bearer ${replayKey}`]);
  });

  test('has an answer and an error in its recording', () => {
    const [faults, answers] = [true, false].map((isFault) =>
      gateway.exchanges.filter(({ read }) => 'fault' in read === isFault),
    );

    expect(faults).not.toEqual([]);
    expect(answers).not.toEqual([]);
  });
});

test('of every gateway that the project supports there is a recording', () => {
  expect(gateways.map(({ name }) => name)).toEqual([
    'Azure OpenAI',
    'Amazon Bedrock',
    'Gemini’s compatible endpoint',
    'LiteLLM',
    'llama.cpp',
    'Ollama',
    'OpenRouter',
    'Portkey',
    'vLLM',
  ]);
});
