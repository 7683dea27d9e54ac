import type { Agent } from '../agent.ts';
import type { Bill } from '../generation/bill.ts';
import { classifyFault, isRefusal, type FaultFacts } from '../generation/classify-fault.ts';
import type { Completion, Fault } from '../generation/completion.ts';
import type { Reply } from '../generation/reply.ts';
import type { Model } from '../settings.ts';
import type { AgentEnd } from './agent-end.ts';
import { agentRunOf, refusedLines } from './agent-run-of.ts';
import { sumOfUsage } from './sum-of-usage.ts';
import type { WireCall, WireFacts } from './wire-facts.ts';

/** Everything that is known of one run of an agent. */
export type RunOfAgent = {
  readonly facts: WireFacts;
  readonly end: AgentEnd;
  readonly model: Model & { readonly agent: Agent };
  /** Removed from every word of the vendor and of the agent. */
  readonly secrets: readonly string[];
};

/**
 * What one run of an agent says, in the terms of any other call. The wire decides, never the agent's own words or exit
 * code: an outage is a fault whatever files lie there, and only what the agent did with whole answers is evidence.
 */
export function outcomeOfRun(run: RunOfAgent): Reply {
  const fault = faultOf(run);
  return fault === null
    ? { kind: 'completed', completion: completionOf(run) }
    : { kind: 'fault', fault, bill: billOf(run.facts) };
}

function faultOf(run: RunOfAgent): Fault | null {
  const { facts, end, secrets } = run;
  if (end.how === 'cancelled') return fromFacts(wordsOnly('the agent was ended with the run'), secrets);
  const calls = facts.calls.filter(({ isCutByAgent }) => isCutByAgent !== true);
  const last = calls.at(-1);
  if (facts.wasIdle)
    return fromFacts(wordsOnly(`no data for longer than ${run.model.idleMs / 1000} s`), secrets);
  if (last === undefined) return withoutCall(run);
  const failed = failureOf(last);
  if (failed !== null) return vendorFault(failed, { hadAnswer: calls.some(isAnswer), secrets });
  return facts.limit === null ? unfinished(run) : null;
}

// Without a limit that was met: whether the agent was done by itself.
function unfinished(run: RunOfAgent): Fault | null {
  const { facts, end, secrets } = run;
  if (hungUp(facts.calls, end))
    return fromFacts(wordsOnly('the agent hung up before the answer was whole'), secrets);
  const mayBeTheMachine = end.how === 'timeout' || end.how === 'killed';
  return mayBeTheMachine && !end.isAlone ? onceMore(run) : null;
}

// An agent that gives up a call may have waited for a vendor that stalls, for less than `idle`. Only one call can be on
// its way when its program is ended from outside.
function hungUp(calls: readonly WireCall[], { how }: AgentEnd): boolean {
  const trailing = calls.length - 1 - calls.findLastIndex(({ isCutByAgent }) => isCutByAgent !== true);
  return trailing > (how === 'exited' ? 0 : 1);
}

/** The failure of a call at the vendor; null if it was answered, or refused for its content. */
function failureOf({ fault, status, finish, requestId }: WireCall): FaultFacts | null {
  if (fault !== null) return isRefusal(fault) ? null : fault;
  if (finish !== null && status !== null && status < 400) return null;
  return { ...wordsOnly('the answer was not whole'), status, requestId };
}

function isAnswer(call: WireCall): boolean {
  return failureOf(call) === null;
}

// What a vendor says against a request in the middle of a conversation is about this conversation: it does not show
// that the model can never be asked, and nothing of the spec.
function vendorFault(
  facts: FaultFacts,
  { hadAnswer, secrets }: { readonly hadAnswer: boolean; readonly secrets: readonly string[] },
): Fault {
  const fault = classifyFault(facts, secrets);
  if (fault.kind === 'too-long') return { ...fault, kind: 'no-answer', mend: 'context' };
  const isOfRequest = facts.status === null || [400, 413, 422].includes(facts.status);
  return fault.kind === 'config' && hadAnswer && isOfRequest ? { ...fault, kind: 'no-answer' } : fault;
}

function withoutCall({ facts, end, model, secrets }: RunOfAgent): Fault {
  const fault = (kind: Fault['kind'], words: string): Fault => ({
    ...fromFacts(wordsOnly(words), secrets),
    kind,
  });
  if (facts.limit !== null)
    return fault('config', `\`limits.${facts.limit}\` does not allow ${model.agent.name} a single answer`);
  const ended = end.how === 'timeout' ? 'was ended after its time' : 'ended';
  const said = end.lastError === '' ? 'it said nothing' : `its last words: ${end.lastError}`;
  const asked = facts.refused.length === 0 ? '' : `; ${refusedLines(facts.refused).join('; ')}`;
  return fault('no-answer', `${model.agent.name} ${ended} without an answer of the model; ${said}${asked}`);
}

function onceMore({ end, model, secrets }: RunOfAgent): Fault {
  const { name, limits } = model.agent;
  const why =
    end.how === 'timeout'
      ? `was not done after ${limits.minutes} minutes`
      : `was killed (${end.problem ?? 'nobody knows why'})`;
  const words = `${name} ${why}; it is run once more, alone`;
  return { ...fromFacts(wordsOnly(words), secrets), kind: 'transient', again: 'alone' };
}

function fromFacts(facts: FaultFacts, secrets: readonly string[]): Fault {
  return classifyFault(facts, secrets);
}

function wordsOnly(message: string): FaultFacts {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null };
}

function billOf({ calls }: WireFacts): Bill | null {
  const usage = sumOfUsage(calls);
  return usage === null
    ? null
    : {
        usage,
        isEstimated: calls.some(({ isUsageEstimated }) => isUsageEstimated),
        // Of an answer that broke off, the vendor may charge for more than arrived.
        mayBeMore: calls.some(({ fault, usage: paid, status }) => isBroken(fault, status) && paid !== null),
      };
}

function isBroken(fault: FaultFacts | null, status: number | null): boolean {
  return fault !== null && (status === null || status < 400);
}

function completionOf({ facts, end, model, secrets }: RunOfAgent): Completion {
  const { calls } = facts;
  const last = calls.findLast(({ isCutByAgent }) => isCutByAgent !== true);
  const agent = agentRunOf({ facts, end, secrets });
  return {
    text: '',
    finish: finishOf(last),
    servedBy: last?.servedBy ?? model.name,
    requestId: last?.requestId ?? null,
    usage: sumOfUsage(calls) ?? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
    latencyMs: calls.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
    ...(calls.some(({ isUsageEstimated }) => isUsageEstimated) ? { isUsageEstimated: true as const } : {}),
    agent,
  };
}

function finishOf(last: WireCall | undefined): Completion['finish'] {
  const isRefused = last?.finish === 'refused' || (last !== undefined && last.fault !== null);
  return isRefused ? 'refused' : 'complete';
}
