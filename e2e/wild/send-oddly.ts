import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Exchange } from '../../src/adapters/simulated/simulated-server.ts';
import { oddEvents, type StreamEvent } from './odd-events.ts';
import type { Answer } from './wild-case.ts';

/** Bytes that endless streams sent before their reader closed the connection. */
export type Sent = { bytes: number };

/** Far more than any answer, but the stream still ends if nobody closes the connection. */
const mostBytes = 256 * 1024 * 1024;

/** Answers a call in a way that real servers use but the vendors' documentation does not describe. */
export async function sendOddly(
  { response, wire, answer }: Exchange,
  { rule, preface, sent }: { readonly rule: Answer; readonly preface: string; readonly sent: Sent },
): Promise<void> {
  // Made even if it is not sent, because every call counts as a sample.
  const turn = answer();
  if (rule.reply !== undefined) {
    const { status, type, headers, body } = rule.reply;
    response.writeHead(status, { 'content-type': type, ...headers });
    return void response.end(body);
  }
  const frames = wire.frames({ ...turn, pieces: preface === '' ? turn.pieces : [preface, ...turn.pieces] });
  response.writeHead(200, { 'content-type': 'text/event-stream', [wire.requestIdHeader]: `req_${turn.id}` });
  if (rule.stream === 'endless') return sendForEver(response, frames, sent);
  const changed = changedFrames(frames, rule);
  const kept = rule.stream === 'early-close' ? changed.slice(0, Math.ceil(changed.length / 2)) : changed;
  for (const frame of kept) response.write(frame);
  response.end();
}

/** The longest frame contains text: it is repeated, in large pieces. */
async function sendForEver(response: ServerResponse, frames: readonly string[], sent: Sent): Promise<void> {
  const [first = '', ...rest] = frames;
  response.write(first);
  const longest = rest.reduce((one, other) => (other.length > one.length ? other : one), '');
  const piece = longest.repeat(Math.ceil((64 * 1024) / longest.length));
  const closed = once(response, 'close');
  while (!response.destroyed && sent.bytes < mostBytes) {
    sent.bytes += piece.length;
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), closed]);
  }
  response.end();
}

function changedFrames(frames: readonly string[], rule: Answer): readonly string[] {
  const events = frames.map(eventIn).filter((event) => event !== null);
  const changed = oddEvents(events, rule).map(
    (event) =>
      `${typeof event['type'] === 'string' ? `event: ${event['type']}\n` : ''}data: ${JSON.stringify(event)}\n\n`,
  );
  // Data that is not JSON (`data: [DONE]`) comes last.
  return [...changed, ...frames.filter((frame) => eventIn(frame) === null)];
}

function eventIn(frame: string): StreamEvent | null {
  const text = frame.slice(frame.indexOf('data: ') + 'data: '.length);
  return text.startsWith('{') ? JSON.parse(text) : null;
}
