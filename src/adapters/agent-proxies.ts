import type { AgentWire } from '../core/agent.ts';
import type { OpenAgentProxy } from '../ports/agent-proxy.ts';
import { errorIn, type Speech } from './agent-proxy/speech.ts';
import { openProxy } from './agent-proxy/open-proxy.ts';

/** How the answers of each interface are read. Loaded when needed first. */
const speeches: Readonly<Record<AgentWire, () => Promise<Speech>>> = {
  messages: async () => {
    const [{ messageReader }, { anthropicWire }] = [
      await import('./anthropic/read-message.ts'),
      await import('./anthropic/anthropic-wire.ts'),
    ];
    return { ...anthropicWire, errorIn, reader: () => messageReader({ mayCall: true }) };
  },
  responses: async () => {
    const [{ responseReader }, { responsesWire }] = [
      await import('./openai/read-response.ts'),
      await import('./openai/responses-wire.ts'),
    ];
    return { ...responsesWire, errorIn, reader: responseReader };
  },
  chat: async () => {
    const [{ chatReader }, { chatWire }] = [
      await import('./openai/read-chat.ts'),
      await import('./openai/chat-wire.ts'),
    ];
    return { ...chatWire, errorIn, reader: () => chatReader({ mayCall: true }) };
  },
  gemini: async () => {
    const [{ contentReader }, { googleWire }, { googleError }] = [
      await import('./google/read-content.ts'),
      await import('./google/google-wire.ts'),
      await import('./google/google-error.ts'),
    ];
    return { ...googleWire, errorIn: googleError, reader: contentReader };
  },
};

/** The proxy between one agent and the model that it works with. */
export const openAgentProxy: OpenAgentProxy = async (options) =>
  openProxy(options, await speeches[options.model.agent.wire]());
