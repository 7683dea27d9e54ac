import type { IncomingMessage } from 'node:http';
import { allWires } from '../../adapters/providers.ts';
import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';
import {
  startSimulatedModels,
  type SimulatedRequest,
  type SimulatedServer,
} from '../../adapters/simulated/simulated-server.ts';
import type { Asked } from '../../adapters/api-client/wire.ts';
import { playFault } from './model-double/play-fault.ts';
import type { ScriptedFault } from './model-double/scripted-fault.ts';

/** Headers and body of a request, for tests that look at the wire. */
export type SeenRequest = SimulatedRequest & {
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
};

/** Simulated models that also fail, as scripted. */
export interface ModelDouble extends SimulatedServer {
  /** Every request to a known model, with headers and body. */
  readonly seen: readonly SeenRequest[];
}

/**
 * Starts the double. `faults` is asked for every call (counted from 0 for each model) and returns null for a proper
 * answer.
 */
export async function startModelDouble(
  models: readonly SimulatedModel[],
  options: {
    readonly latencyMs?: number;
    readonly now?: () => number;
    readonly faults?: (call: number, request: SimulatedRequest, asked: Asked) => ScriptedFault | null;
  } = {},
): Promise<ModelDouble> {
  const seen: SeenRequest[] = [];
  const server = await startSimulatedModels(models, {
    wires: await allWires(),
    latencyMs: options.latencyMs ?? 0,
    ...(options.now === undefined ? {} : { now: options.now }),
    intercept: async (exchange) => {
      const { request, headers, body, asked } = exchange;
      seen.push({ ...request, headers, body });
      const fault = options.faults?.(request.call, request, asked) ?? null;
      if (fault !== null) await playFault(fault, exchange);
      return fault !== null;
    },
  });
  return { ...server, seen };
}
