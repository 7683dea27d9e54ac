import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';
import { chatTools } from './agent-double/chat-tools.ts';
import { geminiTools } from './agent-double/gemini-tools.ts';
import { messagesTools } from './agent-double/messages-tools.ts';
import { responsesTools } from './agent-double/responses-tools.ts';
import { SimulatedWork, type Task } from './agent-double/simulated-work.ts';
import type { Conversation, ToolWire } from './agent-double/tool-wire.ts';
import { urlOf } from './url-of.ts';

/** One request that reached the double, for tests that look at the wire. */
export type SeenCall = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Null when it is no request for an answer. */
  readonly conversation: Conversation | null;
  readonly bytes: number;
  readonly status: number;
};

/** What an answer is instead. */
export type AgentFault = number | 'cut';

/** Simulated models behind real agents. Disposing closes the port. */
export interface AgentDouble extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`; every path is below `/v1` or `/v1beta`. */
  readonly url: string;
  readonly seen: readonly SeenCall[];
}

/**
 * Starts simulated models that work as an agent's model does. They speak every format by which an agent asks.
 */
export async function startAgentDouble(
  models: readonly SimulatedModel[],
  options: Task & {
    /**
     * A status instead of the answer, or a streamed answer that is cut, for each request for an answer (counted from 0);
     * null = the answer.
     */
    readonly faults?: (call: number) => AgentFault | null;
    /** Headers of every answer that is only a status. */
    readonly faultHeaders?: Readonly<Record<string, string>>;
  },
): Promise<AgentDouble> {
  const state: State = {
    faults: options.faults ?? (() => null),
    faultHeaders: options.faultHeaders ?? {},
    models: new Set(models.map(({ name }) => name)),
    seen: [],
    work: new SimulatedWork(models, options),
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server),
    seen: state.seen,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type State = {
  readonly faults: (call: number) => AgentFault | null;
  readonly faultHeaders: Readonly<Record<string, string>>;
  readonly models: ReadonlySet<string>;
  readonly seen: SeenCall[];
  readonly work: SimulatedWork;
};

const wires = [messagesTools, responsesTools, chatTools, geminiTools];

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const body = await textOf(request);
  const found = askedBy(path, body);
  const earlier = state.seen.filter((call) => call.conversation !== null).length;
  const conversation = found?.conversation ?? null;
  const fault = conversation === null ? 404 : state.faults(earlier);
  const status = statusOf(state, conversation, fault);
  const bytes = Buffer.byteLength(body);
  state.seen.push({ path, headers: request.headers, conversation, bytes, status });
  const json = { 'content-type': 'application/json' };
  if (found === null) return void response.writeHead(status, json).end('{}');
  const { wire } = found;
  if (status !== 200) {
    const error = wire.errorBody(status, 'planted by the double');
    return void response.writeHead(status, { ...json, ...state.faultHeaders }).end(JSON.stringify(error));
  }
  const turn = state.work.turn(found.conversation, `${state.seen.length}`);
  if (!found.conversation.isStreamed)
    return void response.writeHead(200, json).end(JSON.stringify(wire.whole(turn)));
  stream(response, wire.frames(turn), fault === 'cut');
}

function stream(response: ServerResponse, frames: readonly string[], isCut: boolean): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (isCut) return cutOff(response, frames.join(''));
  for (const frame of frames) response.write(frame);
  response.end();
}

// What is written must reach the other side before the connection goes.
function cutOff(response: ServerResponse, text: string): void {
  response.write(text.slice(0, text.length / 2), () => setTimeout(() => response.destroy(), 20));
}

/** The request for an answer, by the format that its path belongs to; null if it is none. */
function askedBy(
  path: string,
  body: string,
): { readonly wire: ToolWire; readonly conversation: Conversation } | null {
  for (const wire of wires) {
    const route = wire.route(path);
    const conversation = route === null ? null : wire.read(parsed(body), route);
    if (conversation !== null) return { wire, conversation };
  }
  return null;
}

function statusOf({ models }: State, conversation: Conversation | null, fault: AgentFault | null): number {
  if (typeof fault === 'number') return fault;
  return conversation !== null && models.has(conversation.model) ? 200 : 404;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
