import type { AgentWire } from '../agent.ts';
import { hiddenOutside } from './hidden-outside.ts';
import { isFields, type Fields, type Refusal, type RequestRules } from './request-shapes.ts';
import { chatRules } from './rules-of-chat.ts';
import { geminiRules } from './rules-of-gemini.ts';
import { messagesRules } from './rules-of-messages.ts';
import { responsesRules } from './rules-of-responses.ts';

/** What is sent on, or why nothing is. */
export type CheckedRequest =
  | {
      readonly kind: 'checked';
      /** The bytes to send: written anew from what was checked, so that nobody reads them in another way. */
      readonly text: string;
      readonly isStreamed: boolean;
      /** The most tokens that the request allows the answer; null = it does not say. */
      readonly mostOutput: number | null;
    }
  | ({ readonly kind: 'refused' } & Refusal);

/**
 * Checks the body of an agent's request. Vendor-side tools, content from elsewhere and stored answers are network, and
 * could read the repository's tests; what is not known to be none of them is refused.
 */
export function checkRequest(
  wire: AgentWire,
  sent: string,
  { model, inPath }: { readonly model: string; readonly inPath: string | null },
): CheckedRequest {
  const body = parsed(sent);
  if (!isFields(body)) return { kind: 'refused', why: 'unreadable', what: 'a body that is no JSON object' };
  try {
    const [problem] = problemsOf(rules[wire], body, { model, asked: inPath ?? body['model'] });
    if (problem !== undefined) return { kind: 'refused', ...problem };
    const { mostOutput } = rules[wire];
    return {
      kind: 'checked',
      text: JSON.stringify(wire === 'responses' ? { ...body, store: false } : body),
      isStreamed: body['stream'] === true,
      mostOutput: countIn(mostOutput(body)),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'refused', why: 'unreadable', what: 'JSON that is too deep' };
  }
}

const rules: Readonly<Record<AgentWire, RequestRules>> = {
  messages: messagesRules,
  responses: responsesRules,
  chat: chatRules,
  gemini: geminiRules,
};

function* problemsOf(
  { fields, problems }: RequestRules,
  body: Fields,
  { model, asked }: { readonly model: string; readonly asked: unknown },
): Iterable<Refusal> {
  if (asked !== model) yield { why: 'model', what: `model ${typeof asked === 'string' ? asked : 'unnamed'}` };
  for (const [name, value] of Object.entries(body))
    if (value !== null && !fields.has(name))
      yield { why: known.get(name) ?? 'hosted-tool', what: `the field \`${name}\`` };
  yield* problems(body);
  yield* hiddenOutside(body);
}

// Fields that are not listed, and say by their name what they are.
const known: ReadonlyMap<string, Refusal['why']> = new Map([
  ...nameAll('stored', ['previous_response_id', 'conversation', 'prompt', 'thread', 'cachedContent']),
  ...nameAll('stored', ['cached_content']),
  ...nameAll('model', ['models', 'fallbacks', 'route', 'provider', 'inference_geo', 'serviceTier']),
]);

function nameAll(
  why: Refusal['why'],
  names: readonly string[],
): readonly (readonly [string, Refusal['why']])[] {
  return names.map((name) => [name, why]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function countIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
