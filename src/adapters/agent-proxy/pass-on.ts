import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { keptBetas } from '../../core/agents/rules-of-messages.ts';
import type { WireCall } from '../../core/agents/wire-facts.ts';
import { billFor, billForBroken, type Bill } from '../../core/generation/bill.ts';
import { hasGoogleVersion, providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import { AnswerTap } from '../api-client/answer-tap.ts';
import { idleWatch } from '../api-client/idle-watch.ts';
import { factsOf, type Received } from '../api-client/received.ts';
import { sealedFetch } from '../api-client/sealed-fetch.ts';
import { ask, type Asking, type Heard } from './ask.ts';
import type { ProxyState } from './proxy-state.ts';

/** A checked request that was let through. */
export type Passing = {
  /** What follows the base URL. */
  readonly path: string;
  readonly text: string;
  readonly isStreamed: boolean;
  /** The most tokens that the answer can have. */
  readonly mostOutput: number;
  readonly headers: IncomingHttpHeaders;
};

/** Asks the vendor, gives the agent what comes as it comes, and says what it was. */
export async function passOn(
  { options, speech, seen }: ProxyState,
  passing: Passing,
  response: ServerResponse,
): Promise<WireCall> {
  const { model } = options;
  const { wire } = model.agent;
  const signal = AbortSignal.any([options.signal, goneSignal(response)]);
  const watch = idleWatch({ idleMs: model.idleMs, signal });
  // Some events repeat tools and instructions of the request.
  const mostOutputTokens = passing.mostOutput + Math.ceil(passing.text.length / 256);
  const tap = new AnswerTap({ mostOutputTokens, onBytes: watch.touch });
  const fetch = sealedFetch({ ...options, further: ['anthropic-beta'] }, () => tap);
  const start = performance.now();
  const asking: Asking = {
    ...{ wire, speech, response, tap, watch, model: model.name, isStreamed: passing.isStreamed },
    onFirstEvent: () => seen.begin(options.onFirstEvent),
    send: async () =>
      fetch(addressOf(model, passing.path), {
        ...{ method: 'POST', body: passing.text, headers: headersOf(passing.headers) },
        ...{ redirect: 'manual' as const, signal: watch.signal },
      }),
  };
  const heard = await ask(asking).finally(watch.stop);
  const isCut = signal.aborted && watch.why() === null && heard.received.kind === 'failed';
  // An answer that broke off breaks off for the agent too.
  if (!response.writableEnded) response.destroy();
  const received = endedByUs(heard.received, { why: watch.why(), isCut });
  const latencyMs = performance.now() - start;
  const call = callOf({ heard, received, passing, isAnswered: tap.isAnswered, latencyMs });
  const ended: WireCall = isCut ? { ...call, isCutByAgent: true } : call;
  seen.end(ended, watch.why() !== null);
  return ended;
}

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!response.writableFinished) gone.abort();
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return gone.signal;
}

function headersOf(given: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    if (typeof value === 'string' && name !== 'anthropic-beta') headers.set(name, value);
  const betas = keptBetas(String(given['anthropic-beta'] ?? ''));
  if (betas !== '') headers.set('anthropic-beta', betas);
  headers.set('content-type', 'application/json');
  return headers;
}

function endedByUs(
  received: Received,
  { why, isCut }: { readonly why: string | null; readonly isCut: boolean },
): Received {
  if (received.kind === 'answered' || (why === null && !isCut)) return received;
  return { kind: 'failed', facts: factsOf(why ?? 'the agent ended the call') };
}

function callOf(of: {
  readonly heard: Heard;
  readonly received: Received;
  readonly passing: Passing;
  readonly isAnswered: boolean;
  readonly latencyMs: number;
}): WireCall {
  const { heard, received, latencyMs } = of;
  const bill = billOf(of);
  const known = { status: heard.status, requestId: heard.requestId, tools: heard.tools, latencyMs };
  const paid = { usage: bill?.usage ?? null, isUsageEstimated: bill?.isEstimated === true };
  if (received.kind === 'failed')
    return { ...known, ...paid, fault: received.facts, servedBy: null, finish: null };
  const { servedBy, requestId, finish } = received.answer;
  return { ...known, ...paid, fault: null, servedBy, requestId, finish };
}

// Where tools or pictures are a part of the request, its text is no prompt: as an estimate it is rather too large.
function billOf({ heard, received, passing, isAnswered }: Parameters<typeof callOf>[0]): Bill | null {
  const { text, usage: reported, hasBegun } = heard.soFar;
  const prompt = { system: '', user: passing.text, nonce: '' };
  const paid = { prompt, text, reported, mostOutputTokens: passing.mostOutput };
  if (received.kind === 'answered') return billFor(paid);
  return isAnswered ? billForBroken({ ...paid, hasBegun }) : null;
}

function addressOf({ baseUrl, provider }: Model, path: string): URL {
  const base = (baseUrl ?? providers[provider].baseUrl ?? '').replace(/\/+$/, '');
  const isVersioned = provider === 'google' && hasGoogleVersion(base);
  return new URL(`${base}${isVersioned ? path.replace(/^\/v1beta/, '') : path}`);
}
