import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatedModel } from './simulated-model.ts';
import { SimulatedCache } from './simulated-cache.ts';
import { turnOf } from './simulated-model.ts';
import type { Asked, Turn, Wire, WireError } from '../api-client/wire.ts';

/** One request that reached a known model, as the log keeps it. */
export type SimulatedRequest = {
  readonly path: string;
  readonly model: string;
  /** How many requests this model got before this one; starts at 0. */
  readonly call: number;
  readonly isStreamed: boolean;
  readonly promptLength: number;
};

/** A request before its answer is sent, for a test double that wants to answer differently. */
export type Exchange = {
  readonly request: SimulatedRequest;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  readonly response: ServerResponse;
  readonly wire: Wire;
  readonly asked: Asked;
  /** The model's next answer. Each call counts as one sample. */
  readonly answer: () => Turn;
};

/** Simulated models behind the vendors' wire formats on a loopback port. Disposing closes the port. */
export interface SimulatedServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. Anthropic's SDK takes it as it is, OpenAI's needs `/v1` appended. */
  readonly url: string;
  readonly requests: readonly SimulatedRequest[];
  callsOf(model: string): number;
}

/** Starts a server that speaks all the given formats. `latencyMs` passes before each answer begins. */
export async function startSimulatedModels(
  models: readonly SimulatedModel[],
  options: {
    readonly wires: readonly Wire[];
    readonly latencyMs?: number;
    /** Epoch milliseconds, for the lifetime of what is cached. */
    readonly now?: () => number;
    readonly intercept?: (exchange: Exchange) => Promise<boolean>;
  },
): Promise<SimulatedServer> {
  const state: State = {
    wires: options.wires,
    models: new Map(models.map((model) => [model.name, model])),
    latencyMs: options.latencyMs ?? 0,
    intercept: options.intercept ?? (async () => false),
    requests: [],
    answered: new Map(),
    cache: new SimulatedCache(options.now ?? Date.now),
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    callsOf: (model) => state.requests.filter((request) => request.model === model).length,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type State = {
  readonly wires: readonly Wire[];
  readonly models: ReadonlyMap<string, SimulatedModel>;
  readonly latencyMs: number;
  readonly intercept: (exchange: Exchange) => Promise<boolean>;
  readonly requests: SimulatedRequest[];
  /** How many answers each prompt of each model got. */
  readonly answered: Map<string, number>;
  readonly cache: SimulatedCache;
};

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const body = await readJson(request);
  const route = state.wires.map((one) => routeOf(one, path)).find((found) => found !== null);
  if (route === undefined) return void response.writeHead(404).end();
  const { wire } = route;
  const asked = wire.readRequest(body, route.model);
  if (asked === null) return sendError(response, wire, invalidRequest);
  const model = state.models.get(asked.model);
  if (model === undefined) return sendError(response, wire, notFound(`model: ${asked.model}`));
  const found = state.cache.lookUp(asked, wire.cache);
  const next = () => {
    found.begin();
    return turnOf(model, asked, { ...found, sample: nextSample(state, asked) });
  };
  const logged = logRequest(state, path, asked);
  const exchange = { request: logged, headers: request.headers, body, response, wire, asked, answer: next };
  if (state.latencyMs > 0) await sleep(state.latencyMs);
  if (!(await state.intercept(exchange)))
    sendTurn(response, wire, { turn: next(), isStreamed: asked.isStreamed });
}

function routeOf(wire: Wire, path: string): { readonly wire: Wire; readonly model: string | null } | null {
  const [before = '', after] = `${wire.basePath}${wire.path}`.split('{model}');
  if (after === undefined) return path === before ? { wire, model: null } : null;
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  const model = path.slice(before.length, path.length - after.length);
  return model === '' ? null : { wire, model: decodeURIComponent(model) };
}

function logRequest(state: State, path: string, asked: Asked): SimulatedRequest {
  const request = {
    path,
    model: asked.model,
    call: state.requests.filter((earlier) => earlier.model === asked.model).length,
    isStreamed: asked.isStreamed,
    promptLength: asked.system.length + asked.user.length,
  };
  state.requests.push(request);
  return request;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

function nextSample(state: State, asked: Asked): number {
  const key = JSON.stringify([asked.model, asked.system, asked.user]);
  const sample = state.answered.get(key) ?? 0;
  state.answered.set(key, sample + 1);
  return sample;
}

function notFound(message: string): WireError {
  return { status: 404, type: 'not_found_error', code: 'model_not_found', message };
}

const invalidRequest: WireError = {
  status: 400,
  type: 'invalid_request_error',
  code: null,
  message: 'the body is no request of this format',
};

/** Sends an error in the vendor's format. */
function sendError(response: ServerResponse, wire: Wire, error: WireError): void {
  response.writeHead(error.status, {
    'content-type': 'application/json',
    [wire.requestIdHeader]: 'req_simulated',
  });
  response.end(JSON.stringify(wire.errorBody(error)));
}

/** Sends an answer in the vendor's format, streamed or whole. */
export function sendTurn(
  response: ServerResponse,
  wire: Wire,
  { turn, isStreamed }: { readonly turn: Turn; readonly isStreamed: boolean },
): void {
  const contentType = isStreamed ? 'text/event-stream' : 'application/json';
  response.writeHead(200, { 'content-type': contentType, [wire.requestIdHeader]: `req_${turn.id}` });
  if (!isStreamed) return void response.end(JSON.stringify(wire.whole(turn)));
  for (const piece of wire.frames(turn)) response.write(piece);
  response.end();
}
