import { writeAnswer } from '../../src/core/generation/answer-protocol.ts';
import { readPrompt } from '../../src/core/generation/prompt.ts';
import { allWires } from '../../src/adapters/providers.ts';
import type { SimulatedModel } from '../../src/adapters/simulated/simulated-model.ts';
import {
  startSimulatedModels,
  type Exchange,
  type SimulatedServer,
} from '../../src/adapters/simulated/simulated-server.ts';
import { sendOddly, type Sent } from './send-oddly.ts';
import type { Answer, WildCase } from './wild-case.ts';

/** The models of a case on loopback, and how many bytes their endless streams sent. */
export type ScriptedModels = SimulatedServer & { readonly sent: Sent };

/** Starts the models as the case scripts them. */
export async function startScriptedModels(of: WildCase): Promise<ScriptedModels> {
  const sent: Sent = { bytes: 0 };
  const rules = new Map(
    Object.entries(of.models).map(([id, { answers }]) => [servedName(id), answers] as const),
  );
  const simulated = [...rules].map(([name, answers]): SimulatedModel => ({
    name,
    write: ({ specText, sample }) => filesOf(of, ruleFor(answers, specText, sample)?.code, sample),
  }));
  // Exactly one rule answers a call; it must be chosen before the sample is counted.
  const asked = new Map<string, number>();
  const server = await startSimulatedModels(simulated, {
    wires: await allWires(),
    intercept: async (exchange) => {
      const prompt = readPrompt(exchange.asked);
      const key = JSON.stringify(exchange.asked);
      const sample = asked.get(key) ?? 0;
      asked.set(key, sample + 1);
      const answers = rules.get(exchange.request.model) ?? [];
      const rule = ruleFor(answers, prompt?.specText ?? '', sample);
      if (rule === null || !isOdd(rule)) return false;
      const preface = prefaceOf(rule, { written: of, exchange, sample });
      await sendOddly(exchange, { rule, preface, sent });
      return true;
    },
  });
  return { ...server, sent };
}

/** The vendor's name of a scripted model. */
export function servedName(id: string): string {
  return `simulated-${id}`;
}

function ruleFor(answers: readonly Answer[], specText: string, sample: number): Answer | null {
  const fits = ({ when, unless, samples }: Answer): boolean =>
    (when === undefined || specText.includes(when)) &&
    (unless === undefined || !specText.includes(unless)) &&
    (samples === undefined || samples.includes(sample));
  return answers.find(fits) ?? null;
}

function isOdd({ preface, sentAs, usage, reply, stream }: Answer): boolean {
  return [preface, sentAs, usage, reply, stream].some((part) => part !== undefined);
}

function prefaceOf(
  { preface = '' }: Answer,
  of: { readonly written: Written; readonly exchange: Exchange; readonly sample: number },
): string {
  const nonce = readPrompt(of.exchange.asked)?.nonce ?? '';
  return preface.replaceAll(/\{(\w+)\}/g, (_, code: string) =>
    writeAnswer(filesOf(of.written, code, of.sample), nonce),
  );
}

type Written = Pick<WildCase, 'codes' | 'texts'>;

// A model repeats itself, and equal code shares a test run, which keeps the cases short.
function filesOf({ codes, texts }: Written, code: string | undefined, sample: number) {
  const files = code === undefined ? {} : (codes[code] ?? {});
  return Object.entries(files).map(([path, text]) => ({
    path,
    content: text.replaceAll('$SAMPLE', `${sample % texts} of a model`),
  }));
}
