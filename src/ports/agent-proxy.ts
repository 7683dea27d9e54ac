import type { Agent } from '../core/agent.ts';
import type { WireFacts } from '../core/agents/wire-facts.ts';
import type { Model } from '../core/settings.ts';

/** What the proxy of one sample needs. */
export type AgentProxyOptions = {
  /** Where it listens: a path of a unix socket in a folder that exists and is nobody else's. */
  readonly socketPath: string;
  /** The one model that may be asked, for its agent; its base URL or the provider's own is the one host. */
  readonly model: Model & { readonly agent: Agent };
  /** Put on every request; null = the server needs none. */
  readonly apiKey: string | null;
  /** Values of the variables that the model's headers name, put on with them; missing = they name none. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Ends every connection. */
  readonly signal: AbortSignal;
  /** Called once, when the vendor's first answer begins. */
  readonly onFirstEvent: () => void;
};

/**
 * An agent's only way out of its box: it reaches one vendor's generation paths and nothing else, and the key is put on
 * here. Disposing ends every connection and removes the socket.
 */
export interface AgentProxy extends AsyncDisposable {
  /** All that was seen so far; complete after disposal. */
  facts(): WireFacts;
}

/** Opens a proxy; throws what `listen` throws if the socket cannot be made. */
export type OpenAgentProxy = (options: AgentProxyOptions) => Promise<AgentProxy>;
