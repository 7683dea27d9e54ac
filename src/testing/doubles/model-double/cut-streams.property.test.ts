import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Turn, TurnEnd } from '../../../adapters/api-client/wire.ts';
import { providerAdapters } from '../../../adapters/providers.ts';
import type { Reply } from '../../../core/generation/reply.ts';
import { aModel, apiAdapters, callOnce, testKey } from './api-clients.ts';

/** How the connection ends: properly, or broken. */
type Close = 'ended' | 'broken';

// One server for all runs; the next request gets these bytes.
let next: { readonly bytes: Uint8Array; readonly close: Close };
const server = createServer((request, response) => {
  request.resume();
  const { bytes, close } = next;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(bytes, () => {
    if (close === 'ended') response.end();
    else response.destroy();
  });
});
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const faultKinds = ['transient', 'quota', 'config', 'too-long', 'no-answer'];
const counts = fc.record({ input: fc.nat(5000), output: fc.nat(5000), reasoning: fc.nat(50) });
const turns: fc.Arbitrary<Turn> = fc
  .record({
    pieces: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 6,
    }),
    end: fc.constantFrom<TurnEnd>('complete', 'truncated', 'refused'),
    counts,
  })
  .map(({ pieces, end, counts: { input, output, reasoning } }) => ({
    id: 'x',
    model: 'simulated-a',
    pieces,
    end,
    tokens: { input, cached: 0, written: 0, output: output + reasoning + 1, reasoning },
  }));

describe.each(apiAdapters)('a valid stream of $name', (adapter) => {
  async function replyTo(bytes: Uint8Array, close: Close): Promise<Reply> {
    next = { bytes, close };
    return callOnce(adapter.client({ model: aModel(adapter, url), apiKey: testKey }));
  }

  /** The bytes of a stream, and how many of them a client must have before it can know the end of the answer. */
  async function streamOf(turn: Turn) {
    const wire = await providerAdapters[adapter.name].wire();
    const frames = wire.frames(turn);
    // Streams that say how an answer ended differ first where they say it.
    const otherEnd = wire.frames({ ...turn, end: turn.end === 'complete' ? 'truncated' : 'complete' });
    const final = frames.findIndex((each, index) => each !== otherEnd[index]);
    const needed = frames
      .slice(0, final + 1)
      .join('')
      .trimEnd();
    return { bytes: Buffer.from(frames.join('')), needed: Buffer.byteLength(needed) };
  }

  /** What is wrong with a reply, in words; null if it is a classified fault, or the whole answer after its end arrived. */
  function wrongIn(reply: Reply, turn: Turn, hasEnd: boolean): string | null {
    if (reply.kind === 'fault')
      return faultKinds.includes(reply.fault.kind) ? null : `a fault called ${reply.fault.kind}`;
    const { finish, text } = reply.completion;
    if (!hasEnd) return 'an answer before its end';
    if (finish !== turn.end) return `${finish} in place of ${turn.end}`;
    return finish === 'complete' && text !== turn.pieces.join('') ? 'a part taken for the whole' : null;
  }

  test('is the whole answer where all of it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (turn) => {
        const { bytes } = await streamOf(turn);
        const reply = await replyTo(bytes, 'ended');

        expect(reply.kind).toBe('completed');
        expect(wrongIn(reply, turn, true)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test('is never taken for an answer where it is cut at any byte before its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        turns,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom<Close>('ended', 'broken'),
        async (turn, share, close) => {
          const { bytes, needed } = await streamOf(turn);
          const cut = Math.floor(share * bytes.length);
          const reply = await replyTo(bytes.subarray(0, cut), close);

          expect(wrongIn(reply, turn, cut >= needed)).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is never taken for another answer where anything follows the cut', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.json().map((json) => Buffer.from(`\n\ndata: ${json}\n\n`)),
      fc
        .constantFrom('\n', '\r\n\r\n', 'data: [DONE]\n\n', '}', '"}', 'data: {"error":', '<html>', '\0')
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        turns,
        fc.double({ min: 0, max: 1, noNaN: true }),
        garbage,
        async (turn, share, more) => {
          const { bytes, needed } = await streamOf(turn);
          const cut = Math.floor(share * bytes.length);
          const reply = await replyTo(Buffer.concat([bytes.subarray(0, cut), more]), 'ended');

          expect(wrongIn(reply, turn, cut + more.length >= needed)).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});
