// What the gateway is started with. Its own code is as it was published.
import { Server } from 'node:net';

// It would listen on all addresses and at one fixed port.
const { listen } = Server.prototype;
Server.prototype.listen = function listenOnLoopback(_port, _host, then) {
  return listen.call(this, 0, '127.0.0.1', () => {
    process.send?.({ port: this.address().port });
    then?.();
  });
};

// It appends to the headers of what `fetch` answers; with today's @hono/node-server these are immutable, and every answer
// is a 500 (Portkey-AI/gateway, issue 1389).
const { fetch, Headers, Response } = globalThis;
globalThis.fetch = async (...request) => {
  const { body, status, statusText, headers } = await fetch(...request);
  return new Response(body, { status, statusText, headers: new Headers(headers) });
};
