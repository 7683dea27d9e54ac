import type { FaultFacts } from '../generation/classify-fault.ts';
import type { Usage } from '../generation/completion.ts';
import type { AgentLimits } from '../agent.ts';

/** One call for an answer of the model, as the proxy saw it on the wire. */
export type WireCall = {
  /** null = the vendor did not answer. */
  readonly status: number | null;
  /** null = the answer came whole. */
  readonly fault: FaultFacts | null;
  /** null = the call was not answered, so nothing is due. */
  readonly usage: Usage | null;
  readonly isUsageEstimated: boolean;
  readonly servedBy: string | null;
  readonly requestId: string | null;
  readonly latencyMs: number;
  /** Names of the tools that the answer calls, in order. */
  readonly tools: readonly string[];
  readonly finish: 'complete' | 'truncated' | 'refused' | null;
  /**
   * The agent hung up before the answer was whole, or its time was over: `fault` holds what was seen, and says nothing
   * about the vendor.
   */
  readonly isCutByAgent?: true;
};

/** A request that the proxy did not pass on. */
export type RefusedRequest = {
  /** Clipped and shown as text: it is the agent's own. */
  readonly asked: string;
  readonly why:
    | 'host'
    | 'path'
    | 'model'
    | 'hosted-tool'
    | 'source'
    | 'stored'
    | 'upgrade'
    | 'unreadable'
    | 'too-large';
  readonly times: number;
};

/** All that is known of an agent's run from its wire. Usage, cost, outage and limits come from here. */
export type WireFacts = {
  /** In the order in which they ended. */
  readonly calls: readonly WireCall[];
  readonly refused: readonly RefusedRequest[];
  /** The first limit that a request met; it was answered with 400. */
  readonly limit: Exclude<keyof AgentLimits, 'minutes'> | null;
  /** The vendor kept silent for longer than the model's `idle`. */
  readonly wasIdle: boolean;
};
