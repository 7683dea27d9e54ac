import type { AgentWire } from '../agent.ts';
import type { ProviderName } from '../providers.ts';

/** Whose interface an agent speaks: prices, the key and its header, the address and the words of errors are theirs. */
export const wireProviders: Readonly<Record<AgentWire, ProviderName>> = {
  messages: 'anthropic',
  responses: 'openai',
  chat: 'openai-compatible',
  gemini: 'google',
};

/** The names of the interfaces, as a config file writes them. */
export const agentWires = ['messages', 'responses', 'chat', 'gemini'] as const satisfies readonly AgentWire[];
