import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Blobs } from './cache-service-double/blobs.ts';
import {
  CacheEntries,
  refused,
  type CacheEntry,
  type CacheGrant,
  type Reply,
} from './cache-service-double/entries.ts';
import { urlOf } from './url-of.ts';

/** A scripted failure of a method of the service, or of the blobs (`PUT`, `GET`). */
export type CacheFault = {
  readonly on: 'CreateCacheEntry' | 'FinalizeCacheEntryUpload' | 'GetCacheEntryDownloadURL' | 'PUT' | 'GET';
  readonly answer:
    | { readonly kind: 'status'; readonly status: number; readonly body?: string }
    /** No answer at all, the connection stays open. */
    | { readonly kind: 'hang' }
    | { readonly kind: 'cut' };
};

/** The cache service of GitHub Actions (version 2) on loopback, with the storage that its signed addresses point to. */
export class CacheServiceDouble implements AsyncDisposable {
  /** Method or `PUT`/`GET` of every request, in order. */
  readonly requests: string[] = [];
  readonly #entries = new CacheEntries();
  readonly #blobs = new Blobs();
  readonly #grants = new Map<string, CacheGrant>();
  readonly #faults = new Map<string, CacheFault['answer']>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Starts on a free port. */
  static async start(): Promise<CacheServiceDouble> {
    const server = createServer();
    const double = new CacheServiceDouble(server);
    server.on('request', (request, response) => {
      double.#serve(request, response).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return double;
  }

  /** Finished entries, oldest first. */
  get entries(): readonly CacheEntry[] {
    return this.#entries.finished;
  }

  /** The variables that the runner gives to a step of a run whose token reaches these scopes, its own scope first. */
  environment(
    scopes: readonly string[],
    grant: { readonly write?: boolean; readonly read?: boolean } = {},
  ): Readonly<Record<string, string>> {
    const token = `token-${this.#grants.size + 1}-of-the-double`;
    this.#grants.set(token, { scopes, write: grant.write ?? true, read: grant.read ?? true });
    return {
      ACTIONS_RESULTS_URL: `${this.#url}/`,
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_CACHE_SERVICE_V2: 'True',
      GITHUB_SERVER_URL: 'https://github.com',
    };
  }

  /** Replaces the content of an entry, as somebody else's workflow could. */
  replace(entry: CacheEntry, archive: Buffer): void {
    this.#blobs.put(entry.blob, archive);
  }

  /** Makes the next requests fail in this way. */
  fail(fault: CacheFault): void {
    this.#faults.set(fault.on, fault.answer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  get #url(): string {
    return urlOf(this.#server);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    const path = new URL(request.url ?? '/', this.#url).pathname;
    const isTwirp = path.startsWith(service);
    const method = isTwirp ? path.slice(service.length) : (request.method ?? 'GET');
    this.requests.push(method);
    const fault = this.#faults.get(method);
    if (fault !== undefined) answerFault(fault, response);
    else if (!isTwirp) this.#blobs.serve(request, body, response);
    else {
      const { status, body: answer } = this.#call(method, request, JSON.parse(body.toString()));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }
  }

  #call(method: string, request: IncomingMessage, asked: Readonly<Record<string, unknown>>): Reply {
    const grant = this.#grants.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (grant === undefined) return refused(401, 'unauthenticated', 'token not known');
    const key = textOf(asked['key']);
    const version = textOf(asked['version']);
    if (key === '' || key.length > 512 || !/^[0-9a-f]{64}$/.test(version))
      return refused(400, 'invalid_argument', 'key or version');
    const urlOf = (blob: string): string => `${this.#url}${blob}?sig=signature-of-the-double&se=2030`;
    switch (method) {
      case 'CreateCacheEntry':
        return this.#entries.create(grant, { key, version }, urlOf);
      case 'FinalizeCacheEntryUpload': {
        const isWhole = (blob: string): boolean => this.#blobs.size(blob) === Number(asked['size_bytes']);
        return this.#entries.finalize(grant, { key, version, isWhole });
      }
      case 'GetCacheEntryDownloadURL': {
        const restoreKeys = Array.isArray(asked['restore_keys'])
          ? asked['restore_keys'].map((key) => textOf(key))
          : [];
        return this.#entries.find(grant, { key, version, restoreKeys }, urlOf);
      }
      default:
        return refused(404, 'bad_route', method);
    }
  }
}

const service = '/twirp/github.actions.results.api.v1.CacheService/';

function answerFault(fault: CacheFault['answer'], response: ServerResponse): void {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'cut':
      response.destroy();
      return;
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      response.end(fault.body ?? JSON.stringify({ code: 'internal', msg: 'scripted' }));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
