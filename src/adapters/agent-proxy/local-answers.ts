import type { AgentWire } from '../../core/agent.ts';
import { estimateInputTokens } from '../../core/estimate-tokens.ts';

/** The list of models, in the form of the interface: the one that may be asked. */
export function modelList(wire: AgentWire, name: string): unknown {
  switch (wire) {
    case 'messages':
      return {
        data: [{ type: 'model', id: name, display_name: name, created_at: '1970-01-01T00:00:00Z' }],
        ...{ has_more: false, first_id: name, last_id: name },
      };
    case 'responses':
    case 'chat':
      return { object: 'list', data: [{ id: name, object: 'model', created: 0, owned_by: 'vendor' }] };
    case 'gemini':
      return {
        models: [
          {
            ...{ name: `models/${name}`, displayName: name },
            supportedGenerationMethods: ['generateContent', 'countTokens'],
          },
        ],
      };
  }
}

/** How many tokens a request has, rather too many than too few. */
export function tokenCount(wire: AgentWire, text: string): unknown {
  const tokens = estimateInputTokens(text);
  return wire === 'gemini' ? { totalTokens: tokens } : { input_tokens: tokens };
}
