import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkRequest, type CheckedRequest } from '../../core/agents/request-rules.ts';
import { routeOf, type Route } from '../../core/agents/routes.ts';
import type { RefusedRequest } from '../../core/agents/wire-facts.ts';
import { mostOutputTokens } from '../../core/budget/planned-call.ts';
import { estimateInputTokens } from '../../core/estimate-tokens.ts';
import { giveError, giveJson } from './give-answer.ts';
import { modelList, oneModel, tokenCount } from './local-answers.ts';
import { passOn } from './pass-on.ts';
import type { ProxyState } from './proxy-state.ts';
import { withBody } from './read-body.ts';

/** Answers one request of the agent: by the vendor, here, or by saying why not. */
export async function answerRequest(
  state: ProxyState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { model } = state.options;
  const { wire } = model.agent;
  const route = routeOf(wire, request.method ?? '', request.url ?? '');
  if (route.kind === 'refused') {
    request.resume();
    state.seen.refuse(route.why, route.asked);
    const status = route.why === 'host' ? 403 : 404;
    return giveError(response, state.speech, {
      status,
      message: `${route.asked} cannot be reached from here.`,
    });
  }
  if (route.kind === 'models') return tellModels(state, response, route.asked);
  await withBody(request, state.bodies, async (text) => {
    if (typeof text === 'object') refuse(state, response, { why: 'too-large', what: text.tooMuch });
    else if (route.kind === 'count') giveJson(response, 200, tokenCount(wire, text));
    else await generate(state, { request, response, route, text });
  });
}

function tellModels(
  { options: { model }, seen, speech }: ProxyState,
  response: ServerResponse,
  asked: string | null,
): void {
  const { wire } = model.agent;
  if (asked === null) return giveJson(response, 200, modelList(wire, model.name));
  if (asked === model.name) return giveJson(response, 200, oneModel(wire, model.name));
  seen.refuse('model', `model ${asked}`);
  giveError(response, speech, { status: 404, message: `There is no model ${asked} here.` });
}

type Generating = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Extract<Route, { kind: 'generate' }>;
  readonly text: string;
};

async function generate(state: ProxyState, of: Generating): Promise<void> {
  const { request, response, route } = of;
  const { model } = state.options;
  const { wire } = model.agent;
  const isEncoded = ![undefined, 'identity'].includes(request.headers['content-encoding']);
  const checked: CheckedRequest = isEncoded
    ? { kind: 'refused', why: 'unreadable', what: 'a compressed request' }
    : checkRequest(wire, of.text, { model: model.name, inPath: route.model });
  if (checked.kind === 'refused') return refuse(state, response, checked);
  if (state.seen.isHopeless)
    return giveError(response, state.speech, {
      status: 400,
      message: 'The model failed too often to be asked again.',
    });
  const mostOutput = checked.mostOutput ?? mostOutputTokens(model);
  const inputTokens = estimateInputTokens(checked.text);
  const isForAnHour = checked.text.includes('"ttl":"1h"');
  const most = {
    ...{ inputTokens, cachedInputTokens: 0, outputTokens: mostOutput },
    ...(isForAnHour ? { cacheWriteTokens: inputTokens, hourCacheWriteTokens: inputTokens } : {}),
  };
  const admitted = await state.allowance.admit(most);
  if (typeof admitted === 'string') {
    state.seen.meet(admitted);
    return giveError(response, state.speech, { status: 400, message: limitWords(state, admitted) });
  }
  const { path } = route;
  const call = {
    path,
    text: checked.text,
    isStreamed: checked.isStreamed || path.endsWith('alt=sse'),
    mostOutput,
  };
  await passOn(state, { ...call, headers: request.headers }, response).then(
    ({ usage, fault, isCutByAgent }) =>
      state.allowance.settle(admitted, usage, fault === null || (isCutByAgent === true && usage !== null)),
    (error: unknown) => {
      state.allowance.settle(admitted, null, false);
      throw error;
    },
  );
}

function limitWords({ options }: ProxyState, limit: 'turns' | 'tokens' | 'usd'): string {
  return `The limit of this sample is reached: ${limit} ${options.model.agent.limits[limit]}. No request is answered any more.`;
}

function refuse(
  { seen, speech }: ProxyState,
  response: ServerResponse,
  { why, what }: { readonly why: RefusedRequest['why']; readonly what: string },
): void {
  seen.refuse(why, what);
  giveError(response, speech, {
    status: 400,
    message: `This request is not passed on to the model: ${what}.`,
  });
}
