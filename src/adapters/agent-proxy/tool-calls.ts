import * as z from 'zod';
import type { AgentWire } from '../../core/agent.ts';

/** What an event says of tools that the model calls: their names, and what it wrote beside the answer's text. */
export type Called = { readonly names: readonly string[]; readonly text: string };

/** Reads one event of an answer; an event that says nothing of tools gives no name and no text. */
export function calledIn(wire: AgentWire, event: unknown): Called {
  return readers[wire](event);
}

const maybe = z.string().nullish().catch(null);
const nothing: Called = { names: [], text: '' };

const message = z.object({
  content_block: z.object({ type: z.string(), name: maybe }).nullish().catch(null),
  delta: z.object({ partial_json: maybe, thinking: maybe }).nullish().catch(null),
});
const responseItem = z.object({ type: z.string(), name: maybe });
const response = z.object({
  type: z.string(),
  delta: maybe,
  item: responseItem.nullish().catch(null),
});
const chatCall = z.object({ function: z.object({ name: maybe, arguments: maybe }).nullish() });
const chat = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ tool_calls: z.array(chatCall).nullish(), reasoning_content: maybe }).nullish(),
    }),
  ),
});
const geminiPart = z.object({
  functionCall: z.object({ name: maybe, args: z.unknown().optional() }).nullish().catch(null),
  thought: z.boolean().nullish().catch(null),
  text: maybe,
});
const gemini = z.object({
  candidates: z.array(z.object({ content: z.object({ parts: z.array(geminiPart) }) })),
});

const readers: Readonly<Record<AgentWire, (event: unknown) => Called>> = {
  messages: (event) => {
    const { success, data } = message.safeParse(event);
    if (!success) return nothing;
    const { content_block: block, delta } = data;
    return called([block?.type === 'tool_use' ? block.name : null], [delta?.partial_json, delta?.thinking]);
  },
  responses: (event) => {
    const { success, data } = response.safeParse(event);
    if (!success || data.type === 'response.output_text.delta') return nothing;
    const isBegun = data.type === 'response.output_item.added' && data.item?.type.endsWith('_call') === true;
    return called([isBegun ? (data.item?.name ?? data.item?.type) : null], [data.delta]);
  },
  chat: (event) => {
    const { success, data } = chat.safeParse(event);
    if (!success) return nothing;
    const calls = data.choices.flatMap(({ delta }) => delta?.tool_calls ?? []);
    const thoughts = data.choices.map(({ delta }) => delta?.reasoning_content);
    return called(
      calls.map((call) => call.function?.name),
      [...calls.map((call) => call.function?.arguments), ...thoughts],
    );
  },
  gemini: (event) => {
    const { success, data } = gemini.safeParse(event);
    if (!success) return nothing;
    const parts = data.candidates.flatMap(({ content }) => content.parts);
    return called(
      parts.map(({ functionCall }) => functionCall?.name),
      parts.map(({ functionCall, thought, text }) => {
        if (thought === true) return text;
        return functionCall === null || functionCall === undefined ? null : JSON.stringify(functionCall.args);
      }),
    );
  },
};

type Maybe = string | null | undefined;

function called(names: readonly Maybe[], texts: readonly Maybe[]): Called {
  return {
    names: names.filter((name): name is string => typeof name === 'string' && name !== ''),
    text: texts.map((text) => text ?? '').join(''),
  };
}
