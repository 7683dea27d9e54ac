import type { AgentWire } from '../../core/agent.ts';
import { estimateInputTokens } from '../../core/estimate-tokens.ts';

/** The list of models, in the form of the interface: the one that may be asked. */
export function modelList(wire: AgentWire, name: string): unknown {
  const one = oneModel(wire, name);
  switch (wire) {
    case 'messages':
      return { data: [one], has_more: false, first_id: name, last_id: name };
    case 'responses':
    case 'chat':
      return { object: 'list', data: [one] };
    case 'gemini':
      return { models: [one] };
  }
}

/** The one model that may be asked, in the form of the interface. */
export function oneModel(wire: AgentWire, name: string): unknown {
  switch (wire) {
    case 'messages':
      return { type: 'model', id: name, display_name: name, created_at: '1970-01-01T00:00:00Z' };
    case 'responses':
    case 'chat':
      return { id: name, object: 'model', created: 0, owned_by: 'vendor' };
    case 'gemini':
      return {
        ...{ name: `models/${name}`, displayName: name },
        supportedGenerationMethods: ['generateContent', 'countTokens'],
      };
  }
}

/** How many tokens a request has, rather too many than too few. */
export function tokenCount(wire: AgentWire, text: string): unknown {
  const tokens = estimateInputTokens(text);
  return wire === 'gemini' ? { totalTokens: tokens } : { input_tokens: tokens };
}
