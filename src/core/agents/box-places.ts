import type { AgentWire } from '../agent.ts';

/**
 * Where an agent finds what it needs. The paths are the same for every arm and sample, because agents tell their model
 * where they work.
 */
export const boxPlaces = {
  /** Its folder: spec, instructions and context, and nothing in any folder around it. */
  work: '/work',
  home: '/home/agent',
  temporary: '/tmp/agent',
  /** Read-only: the bridge, what it starts, and the socket of the proxy. */
  bridge: '/bridge',
  port: 8123,
} as const;

/** The key that an agent gets. The proxy outside takes it off and puts the real one on. */
export const placeholderKey = 'sk-placeholder-0000000000000000';

/** The base URL of the agent's model inside the box, as the SDK of its wire wants it. */
export function boxBaseUrl(wire: AgentWire): string {
  const root = `http://127.0.0.1:${boxPlaces.port}`;
  return wire === 'responses' || wire === 'chat' ? `${root}/v1` : root;
}
