import type { AgentProxyOptions } from '../../ports/agent-proxy.ts';
import type { Allowance } from './allowance.ts';
import type { HeldBytes } from './read-body.ts';
import type { SeenTraffic } from './seen-traffic.ts';
import type { Speech } from './speech.ts';

/** What all requests to one proxy share. */
export type ProxyState = {
  readonly options: AgentProxyOptions;
  readonly speech: Speech;
  readonly allowance: Allowance;
  readonly seen: SeenTraffic;
  readonly bodies: HeldBytes;
};
