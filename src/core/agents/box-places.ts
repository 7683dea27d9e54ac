import type { AgentWire } from '../agent.ts';

/**
 * Where an agent finds what it needs. The paths are the same for every arm and sample, because agents tell their model
 * where they work.
 */
export const boxPlaces = {
  /** Its folder: spec, instructions and context, and nothing in any folder around it. On no machine a program lies there. */
  work: '/agent/project',
  home: '/home/agent',
  temporary: '/tmp/agent',
  /** Read-only: the bridge, what it starts, and the socket of the proxy. */
  bridge: '/bridge',
  port: 8123,
} as const;

const boxRoot = `http://127.0.0.1:${boxPlaces.port}`;

/** The key that an agent gets. The proxy outside takes it off and puts the real one on. */
export const placeholderKey = 'sk-placeholder-0000000000000000';

/**
 * Variables of every agent. They lead what is not for its model to our proxy, which refuses, counts and shows it: without
 * them the look-up of a foreign name fails in the box, and nobody learns of it.
 */
export const boxEnvironment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, boxRoot]),
  ),
  // What is for its model comes as before.
  ...Object.fromEntries(['NO_PROXY', 'no_proxy'].map((name) => [name, '127.0.0.1,localhost,::1'])),
  // Node's own `fetch` reads the others only with this.
  NODE_USE_ENV_PROXY: '1',
};

/** The base URL of the agent's model inside the box, as the SDK of its wire wants it. */
export function boxBaseUrl(wire: AgentWire): string {
  return wire === 'responses' || wire === 'chat' ? `${boxRoot}/v1` : boxRoot;
}
