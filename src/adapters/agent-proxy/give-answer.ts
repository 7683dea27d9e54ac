import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { idleWatch } from '../api-client/idle-watch.ts';
import { bytesWithoutSecrets, withoutSecrets } from '../process/secrets.ts';
import type { Speech } from './speech.ts';

/** Answers in the vendor's own shape of an error; nothing if an answer has begun. */
export function giveError(
  response: ServerResponse,
  { errorBody }: Pick<Speech, 'errorBody'>,
  { status, message }: { readonly status: number; readonly message: string },
): void {
  if (response.headersSent) return void response.destroy();
  const type = status === 400 ? 'invalid_request_error' : status === 404 ? 'not_found_error' : 'api_error';
  const error = { status, type, code: null, message: withoutSecrets(message) };
  giveJson(response, status, errorBody(error));
}

/** Answers with this value. */
export function giveJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** The vendor's error, as it is but for secrets. */
export function giveWhole(response: ServerResponse, answer: Response, text: string): void {
  if (response.headersSent || response.closed) return;
  response.writeHead(answer.status, passedHeaders(answer.headers));
  response.end(withoutSecrets(text));
}

/** Status and headers of the vendor's answer. */
export function giveHead(response: ServerResponse, answer: Response): void {
  if (response.closed) return;
  response.writeHead(answer.status, passedHeaders(answer.headers));
  response.flushHeaders();
}

// The others say something of the account, set cookies, or describe the connection to us.
const passed: ReadonlySet<string> = new Set([
  ...['content-type', 'request-id', 'x-request-id', 'retry-after', 'retry-after-ms', 'x-should-retry'],
]);

function passedHeaders(headers: Headers): Record<string, string> {
  const kept = [...headers].filter(([name]) => passed.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutSecrets(value)]));
}

/** Gives the body on as it comes. Throws what ended it before its end. */
export async function giveBody(
  { body }: Response,
  to: {
    readonly response: ServerResponse;
    readonly watch: ReturnType<typeof idleWatch>;
    readonly onBytes: (bytes: Uint8Array) => void;
  },
): Promise<void> {
  const { push, end } = bytesWithoutSecrets();
  for await (const bytes of body ?? []) {
    to.onBytes(bytes);
    await write(push(Buffer.from(bytes)), to);
  }
  await write(end(), to);
}

// While the agent does not read, the vendor is not the one that is silent.
async function write(
  bytes: Buffer,
  { response, watch }: { readonly response: ServerResponse; readonly watch: ReturnType<typeof idleWatch> },
): Promise<void> {
  if (bytes.length === 0 || response.closed || response.write(bytes)) return;
  const timer = setInterval(() => {
    watch.touch();
    watch.progress();
  }, 20);
  const given = new AbortController();
  const ends = ['drain', 'close'].map((event) => once(response, event, { signal: given.signal }));
  try {
    await Promise.race(ends);
  } finally {
    clearInterval(timer);
    given.abort();
    await Promise.allSettled(ends);
  }
}
