import { setTimeout as sleep } from 'node:timers/promises';
import { sendTurn, type Exchange } from '../../../adapters/simulated/simulated-server.ts';
import type { WireError } from '../../../adapters/api-client/wire.ts';
import type { BreakPoint, ScriptedFault } from './scripted-fault.ts';

/** Answers a request with the scripted fault. */
export async function playFault(fault: ScriptedFault, exchange: Exchange): Promise<void> {
  switch (fault.kind) {
    case 'http':
      return sendHttpError(fault, exchange);
    case 'error-event':
    case 'cut':
    case 'early-close':
    case 'stall':
      return breakOff(fault, exchange);
    case 'end':
      return sendEnd(fault, exchange);
    case 'failed':
      return sendFailed(fault.code, exchange);
    case 'garbage':
      return sendBody(fault, exchange);
    case 'slow':
      return sendSlowly(fault, exchange);
  }
}

type Kind<Name extends ScriptedFault['kind']> = Extract<ScriptedFault, { readonly kind: Name }>;

function sendHttpError(fault: Kind<'http'>, { response, wire }: Exchange): void {
  const headers = {
    'content-type': 'application/json',
    [wire.requestIdHeader]: 'req_fault',
    ...fault.headers,
  };
  response.writeHead(fault.status, headers);
  response.end(JSON.stringify(wire.errorBody(errorOf(fault, fault.status))));
}

async function breakOff(
  fault: Kind<'error-event' | 'cut' | 'early-close' | 'stall'>,
  exchange: Exchange,
): Promise<void> {
  const { response, wire } = exchange;
  await sendUpTo('at' in fault ? fault.at : 'mid-stream', exchange);
  switch (fault.kind) {
    case 'error-event':
      return void response.end(wire.errorFrame(errorOf(fault, 200)));
    case 'cut':
      return void response.socket?.destroy();
    case 'early-close':
      return void response.end();
    case 'stall':
      return keepAlive(fault, exchange);
  }
}

function sendBody(fault: Kind<'garbage'>, exchange: Exchange): void {
  const { response } = exchange;
  response.writeHead(200, { 'content-type': fault.contentType ?? 'text/event-stream' });
  response.end(fault.body ?? withoutText(exchange));
}

function withoutText({ wire, answer }: Exchange): string {
  const frames = wire.frames({ ...answer(), pieces: ['the text'] });
  return frames.join('').replaceAll('"the text"', '7');
}

function sendEnd(fault: Kind<'end'>, { response, wire, answer }: Exchange): void {
  const turn = answer();
  const pieces = fault.text === undefined ? turn.pieces : [fault.text];
  sendTurn(response, wire, { turn: { ...turn, pieces, end: fault.end }, isStreamed: true });
}

function errorOf(
  fault: { readonly type?: string; readonly code?: string; readonly message?: string },
  status: number,
): WireError {
  return {
    status,
    type: fault.type ?? 'invalid_request_error',
    code: fault.code ?? null,
    message: fault.message ?? `scripted ${fault.type ?? status}`,
  };
}

// Half of the frames hold a good part of the text and no end. Awaited, so that they are on the wire before the next
// step.
async function sendUpTo(point: BreakPoint, exchange: Exchange): Promise<void> {
  if (point === 'before-headers') return;
  const { response, wire } = exchange;
  response.writeHead(200, { 'content-type': 'text/event-stream', [wire.requestIdHeader]: 'req_fault' });
  response.flushHeaders();
  const frames = wire.frames(exchange.answer());
  const sent = point === 'mid-stream' ? frames.slice(0, Math.max(3, Math.floor(frames.length / 2))) : [];
  for (const piece of sent) await new Promise((resolve) => void response.write(piece, resolve));
  await sleep(20);
}

function keepAlive({ keepAliveEveryMs, beat }: Kind<'stall'>, { response }: Exchange): void {
  if (keepAliveEveryMs === undefined) return;
  const timer = setInterval(() => response.write(beat ?? ': keep-alive\n\n'), keepAliveEveryMs);
  response.on('close', () => clearInterval(timer));
}

function sendFailed(code: string, { response, wire, answer }: Exchange): void {
  const turn = { ...answer(), end: 'failed' as const };
  const error: WireError = { status: 200, type: code, code, message: `scripted ${code}` };
  response.writeHead(200, { 'content-type': 'text/event-stream', [wire.requestIdHeader]: 'req_fault' });
  response.end(wire.failedFrame?.(turn, error) ?? wire.errorFrame(error));
}

async function sendSlowly(fault: Kind<'slow'>, { response, wire, answer }: Exchange): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', [wire.requestIdHeader]: 'req_slow' });
  const frames = wire.frames(answer());
  for (const [index, piece] of frames.entries()) {
    if (index === Math.floor(frames.length / 2)) await fault.until;
    response.write(piece);
    await sleep(fault.everyMs);
  }
  response.end();
}
