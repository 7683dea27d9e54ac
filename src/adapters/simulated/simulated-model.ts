import { writeAnswer } from '../../core/generation/answer-protocol.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import { readPrompt } from '../../core/generation/prompt.ts';
import type { Asked, Turn } from '../api-client/wire.ts';
import { tokensIn, type CacheUse } from './simulated-cache.ts';

/** A stand-in for a model: a pure function with a name. It is called simulated wherever it appears. */
export type SimulatedModel = {
  /** Shown as the served model; begins with `simulated-`. */
  readonly name: string;
  /** `sample`: how often this model has already answered this very prompt; starts at 0. */
  write(reading: { readonly specText: string; readonly sample: number }): readonly GeneratedFile[];
  /** Tokens of reasoning that it reports with each answer; missing = none. */
  readonly reasoningTokens?: number;
};

/** The model's answer, in pieces that are ready to be streamed. */
export function turnOf(
  model: SimulatedModel,
  asked: Asked,
  { sample, cached, written }: { readonly sample: number } & Pick<CacheUse, 'cached' | 'written'>,
): Turn {
  const text = answerTo(model, asked, sample);
  const input = tokensIn(asked.system) + tokensIn(asked.user);
  const reasoning = model.reasoningTokens ?? 0;
  return {
    id: `${model.name}-${sample}`,
    model: model.name,
    pieces: piecesOf(text),
    end: 'complete',
    tokens: { input, cached, written, output: tokensIn(text) + reasoning, reasoning },
  };
}

function answerTo(model: SimulatedModel, asked: Asked, sample: number): string {
  const prompt = readPrompt(asked);
  if (prompt === null) return 'This prompt does not state the answer format.\n';
  return writeAnswer(model.write({ specText: prompt.specText, sample }), prompt.nonce);
}

function piecesOf(text: string): readonly string[] {
  const length = Math.max(48, Math.ceil(text.length / 200));
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}
