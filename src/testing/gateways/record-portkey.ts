import type { Exchange } from './read-gateways.ts';
import { startModelDouble } from '../doubles/model-double.ts';
import { aPrompt, testKey } from '../doubles/model-double/api-clients.ts';
import type { ScriptedFault } from '../doubles/model-double/scripted-fault.ts';
import { portkeyHeaders } from './start-portkey.ts';

type Recorded = Pick<Exchange, 'what' | 'answer'>;

const model = {
  name: 'gpt-6-sol',
  write: () => [{ path: 'sol.txt', content: 'Sol is the Sun.\n'.repeat(4) }],
};

const situations: readonly {
  readonly what: string;
  readonly fault: ScriptedFault;
  readonly isNamed: boolean;
}[] = [
  { what: 'a whole answer', fault: { kind: 'end', end: 'complete', text: 'The Sun is Sol.' }, isNamed: true },
  {
    what: 'the vendor limits the rate',
    fault: {
      kind: 'http',
      status: 429,
      type: 'rate_limit_error',
      message: 'slow down',
      headers: { 'retry-after': '7' },
    },
    isNamed: true,
  },
  {
    what: 'the key is wrong',
    fault: { kind: 'http', status: 401, code: 'invalid_api_key', message: 'no such key' },
    isNamed: true,
  },
  { what: 'the vendor hangs up in the middle', fault: { kind: 'cut', at: 'mid-stream' }, isNamed: true },
  {
    what: 'the header with the vendor is missing',
    fault: { kind: 'end', end: 'complete', text: '' },
    isNamed: false,
  },
];

/** What the gateway at this address answers today, one exchange a situation. */
export async function recordPortkey(url: string): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  for (const { what, fault, isNamed } of situations) {
    const double = await startModelDouble([model], { faults: () => fault });
    recorded.push({ what, answer: await answerOf(url, isNamed ? double.url : null) });
    await double[Symbol.asyncDispose]();
  }
  return recorded;
}

async function answerOf(url: string, vendor: string | null): Promise<Exchange['answer']> {
  const named = vendor === null ? [] : Object.entries(portkeyHeaders('openai', vendor));
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: {
      ...Object.fromEntries(named.map(([name, { text }]) => [name, text])),
      authorization: `Bearer ${testKey}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      ...{ model: model.name, stream: true, stream_options: { include_usage: true } },
      messages: [
        { role: 'system', content: aPrompt.system },
        { role: 'user', content: aPrompt.user },
      ],
    }),
  });
  const body = await response.text();
  // The others change with each call, or belong to the connection.
  const kept = ['content-type', 'retry-after', 'x-portkey-provider', 'x-portkey-retry-attempt-count'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => kept.includes(name)));
  return { status: response.status, headers, body };
}
