import type { IncomingMessage, ServerResponse } from 'node:http';

/** Blobs as Azure Storage keeps them: put whole, or block by block and then joined. */
export class Blobs {
  readonly #whole = new Map<string, Buffer>();
  readonly #blocks = new Map<string, Buffer>();

  /** Stores bytes, as an upload would. */
  put(name: string, bytes: Buffer): void {
    this.#whole.set(name, bytes);
  }

  size(name: string): number | null {
    return this.#whole.get(name)?.length ?? null;
  }

  serve(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://double');
    const name = url.pathname;
    if (request.method === 'PUT') {
      this.#receive(name, url.searchParams, body);
      response.writeHead(201, { etag: '"0x1"', 'x-ms-request-id': '1', 'x-ms-version': '2025-01-05' }).end();
      return;
    }
    const bytes = this.#whole.get(name);
    if (bytes === undefined) {
      response.writeHead(404, { 'x-ms-error-code': 'BlobNotFound' }).end();
      return;
    }
    response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'application/octet-stream' });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  #receive(name: string, query: URLSearchParams, body: Buffer): void {
    const part = query.get('comp');
    if (part === 'block') {
      this.#blocks.set(`${name} ${query.get('blockid')}`, body);
    } else if (part === 'blocklist') {
      const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1]);
      this.put(name, Buffer.concat(ids.map((id) => this.#blocks.get(`${name} ${id}`) ?? Buffer.alloc(0))));
    } else {
      this.put(name, body);
    }
  }
}
