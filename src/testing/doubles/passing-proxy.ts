import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { urlOf } from './url-of.ts';

/** A proxy for which every name is this machine; `asked` are the hosts and ports that it was asked for, in order. */
export type PassingProxy = AsyncDisposable & { readonly url: string; readonly asked: readonly string[] };

/** Starts it. Connections that are open at the end are closed. */
export async function startPassingProxy(): Promise<PassingProxy> {
  const asked: string[] = [];
  const server = createServer();
  const open = new Set<{ destroy(): void }>();
  server.on('connect', ({ url = '' }, client, head) => {
    asked.push(url);
    const upstream = connect(Number(new URL(`http://${url}`).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) open.add(socket.on('error', () => {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: urlOf(server),
    asked,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
