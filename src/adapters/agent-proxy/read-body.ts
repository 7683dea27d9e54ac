import type { IncomingMessage } from 'node:http';

/** The bytes of all bodies that a proxy holds at a time. */
export type HeldBytes = { held: number };

/** In words, why a body was not kept. */
type NotKept = { readonly tooMuch: string };

/**
 * Reads the body of a request and hands it over, or says why not: it is larger than any request to a model, or too much
 * is held already. What is too large is read on without being kept, so that the agent gets to read why.
 */
export async function withBody(
  request: IncomingMessage,
  total: HeldBytes,
  use: (body: string | NotKept) => Promise<void>,
): Promise<void> {
  let chunks: Uint8Array[] | null = [];
  let tooMuch = '';
  let [bytes, kept] = [0, 0];
  try {
    // Without encoding, a request gives bytes. Its end is not that of the connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (chunks !== null && bytes > mostBytes) [chunks, tooMuch] = [null, 'a request of more than 32 MB'];
      if (chunks !== null && total.held > mostHeld)
        [chunks, tooMuch] = [null, 'a request while others of more than 128 MB together are open'];
      if (bytes > mostHeld) break;
      if (chunks === null) continue;
      chunks.push(chunk);
      kept += chunk.length;
      total.held += chunk.length;
    }
    await use(chunks === null ? { tooMuch } : Buffer.concat(chunks).toString('utf8'));
  } finally {
    total.held -= kept;
  }
}

const mostBytes = 32 * 1024 * 1024;
const mostHeld = 4 * mostBytes;
