import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { once } from 'node:events';
import { atOnce } from '../../core/at-once.ts';
import { priceOf } from '../../core/budget/price.ts';
import type { AgentProxy, AgentProxyOptions } from '../../ports/agent-proxy.ts';
import { keepSecret } from '../process/secrets.ts';
import { Allowance } from './allowance.ts';
import { answerRequest } from './answer-request.ts';
import type { ProxyState } from './proxy-state.ts';
import { SeenTraffic } from './seen-traffic.ts';
import type { Speech } from './speech.ts';

/** The proxy of one sample. A bug of ours that a request meets is thrown on disposal. */
export async function openProxy(options: AgentProxyOptions, speech: Speech): Promise<AgentProxy> {
  for (const secret of [options.apiKey, ...(options.variables?.values() ?? [])]) keepSecret(secret);
  const ending = new AbortController();
  const state: ProxyState = {
    options: { ...options, signal: AbortSignal.any([options.signal, ending.signal]) },
    speech,
    allowance: new Allowance(options.model.agent.limits, priceOf(options.model)),
    seen: new SeenTraffic(),
    bodies: { held: 0 },
  };
  const bugs: unknown[] = [];
  const open = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answering = answerRequest(state, request, response)
      .catch((error: unknown) => {
        // An agent that hangs up while it asks is no bug.
        if (!request.destroyed || request.complete) bugs.push(error);
        response.destroy();
      })
      .finally(() => open.delete(answering));
    open.add(answering);
  });
  server.maxConnections = 256;
  refuseProtocols(server, state);
  server.listen(options.socketPath);
  await once(server, 'listening');
  const end = () => server.closeAllConnections();
  options.signal.addEventListener('abort', end, { once: true });
  return {
    facts: () => state.seen.facts(),
    [Symbol.asyncDispose]: async () => {
      options.signal.removeEventListener('abort', end);
      ending.abort();
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
      await atOnce([...open], async (answering) => answering);
      if (bugs.length > 0) throw bugs[0];
    },
  };
}

function refuseProtocols(server: Server, { seen }: ProxyState): void {
  const refuse = (socket: Duplex, why: 'upgrade' | 'host', asked: string) => {
    seen.refuse(why, asked);
    socket.on('error', () => socket.destroy());
    const words = 'HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
    socket.end(words, () => socket.destroy());
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) =>
    refuse(socket, 'upgrade', `${request.headers.upgrade} ${request.url}`),
  );
  server.on('connect', (request: IncomingMessage, socket: Duplex) =>
    refuse(socket, 'host', request.url ?? ''),
  );
}
