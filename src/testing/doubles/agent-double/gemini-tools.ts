import * as z from 'zod';
import { frame } from '../../../adapters/api-client/wire.ts';
import { parametersOf, type AgentTurn, type ToolWire } from './tool-wire.ts';

const schema = z.object({ properties: z.record(z.string(), z.unknown()).optional() }).optional();
const part = z.object({
  text: z.string().optional(),
  functionResponse: z.object({ response: z.record(z.string(), z.unknown()).optional() }).optional(),
});
const content = z.object({ parts: z.array(part).optional() });
const request = z.object({
  systemInstruction: content.optional(),
  contents: z.array(content),
  tools: z
    .array(
      z.object({
        functionDeclarations: z
          .array(z.object({ name: z.string(), parameters: schema, parametersJsonSchema: schema }))
          .optional(),
      }),
    )
    .optional(),
  generationConfig: z.object({ responseMimeType: z.string().optional() }).optional(),
});

/** Google's generateContent. */
export const geminiTools: ToolWire = {
  route: (path) => {
    const [, model, action] = /\/models\/([^/:]+):(generateContent|streamGenerateContent)$/.exec(path) ?? [];
    return model === undefined ? null : { model, isStreamed: action === 'streamGenerateContent' };
  },
  read: (body, { model, isStreamed }) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const seen = [data.systemInstruction, ...data.contents].flatMap((one) => one?.parts ?? []);
    return {
      model: model ?? '',
      isStreamed,
      shown: seen.map(({ text }) => text ?? '').join('\n'),
      tools: (data.tools ?? [])
        .flatMap(({ functionDeclarations }) => functionDeclarations ?? [])
        .map(({ name, parameters, parametersJsonSchema }) => ({
          name,
          namespace: null,
          parameters: parametersOf(parametersJsonSchema ?? parameters),
        })),
      results: seen.flatMap(({ functionResponse }) =>
        functionResponse === undefined ? [] : [Object.values(functionResponse.response ?? {}).join('\n')],
      ),
      wantsJson: data.generationConfig?.responseMimeType === 'application/json',
    };
  },
  frames: (turn) => [frame(whole(turn))],
  whole,
  errorBody: (status, message) => ({ error: { code: status, message, status: 'UNAVAILABLE' } }),
};

function whole({ id, model, text, calls, tokens: { input, output } }: AgentTurn) {
  const called = calls.map((call) => ({ functionCall: { name: call.tool.name, args: call.input } }));
  const parts = calls.length === 0 ? [{ text }] : called;
  return {
    responseId: id,
    candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP', index: 0 }],
    usageMetadata: {
      promptTokenCount: input,
      candidatesTokenCount: output,
      totalTokenCount: input + output,
    },
    modelVersion: model,
  };
}
