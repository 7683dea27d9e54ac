import type { ServerResponse } from 'node:http';
import type { AgentWire } from '../../core/agent.ts';
import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import { nothingReported } from '../../core/generation/reported-usage.ts';
import type { AnswerTap } from '../api-client/answer-tap.ts';
import type { idleWatch } from '../api-client/idle-watch.ts';
import { readVendorError } from '../api-client/read-vendor-error.ts';
import { factsOf, type Received, type SoFar } from '../api-client/received.ts';
import { HeardAnswer } from './heard-answer.ts';
import { giveBody, giveError, giveHead, giveWhole } from './give-answer.ts';
import { thrownBy, type Speech } from './speech.ts';

/** One call to the vendor, and to whom its answer goes. */
export type Asking = {
  readonly wire: AgentWire;
  readonly speech: Speech;
  readonly model: string;
  readonly isStreamed: boolean;
  readonly send: () => Promise<Response>;
  readonly response: ServerResponse;
  readonly tap: AnswerTap;
  readonly watch: ReturnType<typeof idleWatch>;
  readonly onFirstEvent: () => void;
};

/** What was heard of a call. */
export type Heard = {
  /** null = the vendor did not answer. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly received: Received;
  readonly soFar: SoFar;
  readonly tools: readonly string[];
};

/** Asks the vendor and gives on what it answers. Throws only what is a bug of ours. */
export async function ask(asking: Asking): Promise<Heard> {
  const { response, speech, send } = asking;
  let answer: Response;
  try {
    answer = await send();
  } catch (error) {
    const facts = vendorsOwn(error);
    giveError(response, speech, { status: 502, message: `The model cannot be reached: ${facts.message}` });
    return unheard({ status: null, requestId: null, received: { kind: 'failed', facts } });
  }
  const { status, headers } = answer;
  const requestId = headers.get(speech.requestIdHeader) ?? headers.get('x-request-id');
  if (answer.ok) return hear(asking, answer, requestId);
  const text = await answer.text().catch(() => '');
  if (status < 400) {
    const message = 'the vendor answered with a redirect, which is not followed';
    giveError(response, speech, { status: 502, message });
    const facts = factsOf(message, { status, requestId });
    return unheard({ status, requestId, received: { kind: 'failed', facts } });
  }
  giveWhole(response, answer, text);
  const error = thrownBy(speech.errorIn(parsed(text)) ?? text.slice(0, 500), answer);
  const facts = { ...(readVendorError(error, Date.now()) ?? factsOf('')), status, requestId };
  return unheard({ status, requestId, received: { kind: 'failed', facts } });
}

async function hear(asking: Asking, answer: Response, requestId: string | null): Promise<Heard> {
  const { tap, watch, response, model, onFirstEvent } = asking;
  const type = answer.headers.get('content-type') ?? '';
  const isEvents = type.includes('event-stream') || (asking.isStreamed && !type.includes('json'));
  const heard = new HeardAnswer({ ...asking, isEvents, onPart: watch.progress });
  giveHead(response, answer);
  const failed = await giveBody(answer, {
    response,
    watch,
    onBytes: (bytes) => {
      onFirstEvent();
      heard.take(bytes);
    },
  }).then(
    () => null,
    (error: unknown) => vendorsOwn(error),
  );
  if (failed === null) heard.end();
  const said = heard.received({ requestedModel: model, requestId });
  const isGone = response.closed && said.kind === 'answered';
  const received: Received = failed === null || isGone ? said : { kind: 'failed', facts: failed };
  if (failed === null) response.end();
  return {
    ...{ status: answer.status, requestId, tools: heard.tools, soFar: heard.soFar() },
    received: inGatewayWords(received, { tap, requestId, hasBegun: heard.soFar().hasBegun }),
  };
}

// If no answer has begun, the body says best what happened.
function inGatewayWords(
  received: Received,
  {
    tap,
    requestId,
    hasBegun,
  }: { readonly tap: AnswerTap; readonly requestId: string | null; readonly hasBegun: boolean },
): Received {
  if (received.kind === 'answered' || hasBegun) return received;
  const { isNoAnswer, isFromBody } = received.facts;
  if (isNoAnswer !== true && isFromBody !== true) return received;
  return { kind: 'failed', facts: { ...tap.words(), requestId } };
}

// An error that is a bug of ours is thrown on.
function vendorsOwn(error: unknown): FaultFacts {
  const facts = readVendorError(error, Date.now());
  if (facts === null) throw error;
  const isTooLarge = error instanceof Error && error.name === 'AnswerTooLargeError';
  return isTooLarge ? { ...facts, isNoAnswer: true } : facts;
}

function unheard(known: Pick<Heard, 'status' | 'requestId' | 'received'>): Heard {
  return { ...known, tools: [], soFar: { hasBegun: false, text: '', usage: nothingReported } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
