import type { OpenAgentProxy } from '../../ports/agent-proxy.ts';
import type { Bound, Sandbox } from '../../ports/sandbox.ts';
import type { BoxTools } from './lay-box.ts';

/** What of this machine an agent sees besides the programs that every command sees; or why there is no agent. */
export type FoundAgent =
  | { readonly kind: 'found'; readonly shown: readonly Bound[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'hidden'; readonly why: string };

/** What agents are run with. */
export type AgentTools = {
  readonly sandbox: () => Promise<Sandbox>;
  /** The same, with no other command beside it. */
  readonly sandboxAlone: () => Promise<Pick<Sandbox, 'run'>>;
  readonly find: (program: string) => Promise<FoundAgent>;
  readonly openProxy: OpenAgentProxy;
  readonly box: BoxTools;
  /** How long a program may take to say its version; missing = a minute. */
  readonly versionTimeoutMs?: number;
  /** The complete environment of a command, without anything of the agent. */
  readonly environmentOf: (places: {
    readonly home: string;
    readonly temporary: string;
  }) => Readonly<Record<string, string>>;
};
