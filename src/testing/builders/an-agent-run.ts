import type { Agent } from '../../core/agent.ts';
import type { AgentEnd } from '../../core/agents/agent-end.ts';
import type { WireCall, WireFacts } from '../../core/agents/wire-facts.ts';
import type { FaultFacts } from '../../core/generation/classify-fault.ts';

/** An agent with nothing special about it. */
export function anAgent(overrides: Partial<Agent> = {}): Agent {
  const start = { argv: ['agent', '--model', '{model}'], environment: {}, seeds: {} };
  return {
    name: 'agent',
    wire: 'chat',
    closed: start,
    open: start,
    reads: ['**/AGENTS.md'],
    limits: { turns: 30, tokens: 1_000_000, usd: null, minutes: 10 },
    program: { versionWords: ['--version'], smallestVersion: null, packageName: null },
    version: '1.2.3',
    ...overrides,
  };
}

/** A call that the vendor answered whole. */
export function aCall(overrides: Partial<WireCall> = {}): WireCall {
  return {
    status: 200,
    fault: null,
    usage: { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 100 },
    isUsageEstimated: false,
    servedBy: 'served-model',
    requestId: 'request-1',
    latencyMs: 5,
    tools: ['write'],
    finish: 'complete',
    ...overrides,
  };
}

/** A call that failed at the vendor with a status; 200 = the answer broke off. */
export function aFailedCall(status: number | null, more: Partial<FaultFacts> = {}): WireCall {
  const fault: FaultFacts = {
    status: status === 200 ? null : status,
    type: null,
    code: null,
    message: 'something is wrong',
    requestId: null,
    retryAfterMs: null,
    ...more,
  };
  return aCall({ status, fault, usage: null, servedBy: null, requestId: null, tools: [], finish: null });
}

/** What a wire saw on which nothing went wrong. */
export function wireFacts(overrides: Partial<WireFacts> = {}): WireFacts {
  return { calls: [aCall(), aCall({ tools: [] })], refused: [], limit: null, wasIdle: false, ...overrides };
}

/** An agent that exited and left one file. */
export function anEnd(overrides: Partial<AgentEnd> = {}): AgentEnd {
  return {
    how: 'exited',
    isAlone: false,
    left: [{ path: 'src/a.mjs', kind: 'file', mode: 0o644, links: 1, size: 3 }],
    texts: new Map([['src/a.mjs', 'a;\n']]),
    removed: [],
    transcript: 'I wrote it.',
    lastError: '',
    ...overrides,
  };
}
