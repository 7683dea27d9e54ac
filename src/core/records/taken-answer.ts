import { digest } from '../digest.ts';
import type { AgentRun, Completion } from '../generation/completion.ts';
import type { GenerationRecord } from './record.ts';

/**
 * What a run keeps of a paid answer: all but what it says, which is read again from its record where it is needed.
 * Thousands of answers would not fit into memory.
 */
export type TakenAnswer = Omit<GenerationRecord, 'result'> & {
  readonly result:
    | { readonly kind: 'completed'; readonly completion: Omit<Completion, 'text' | 'agent'> }
    | Extract<GenerationRecord['result'], { readonly kind: 'too-long' }>;
  readonly isAgents: boolean;
  /** Equal for answers that say the same. */
  readonly said: string;
  /** Of its text, or of the files of an agent. */
  readonly characters: number;
  /** The models that the vendor served to the turns of an agent; none where nobody said. */
  readonly servedInTurns: readonly string[];
  /** The answer as it is on record; null if its record is gone or damaged by now. */
  readonly read: () => GenerationRecord | null;
};

/** What is kept of an answer that was just received or read; `read` reads it again. */
export function takenAnswer(record: GenerationRecord, read: TakenAnswer['read']): TakenAnswer {
  const { result, ...facts } = record;
  if (result.kind === 'too-long')
    return { ...facts, result, isAgents: false, said: '', characters: 0, servedInTurns: none, read };
  const { text, agent, ...completion } = result.completion;
  // The nonce comes from the prompt; it is not the model's own text. An agent answers with its files.
  const said = agent === undefined ? text.replaceAll(record.nonce, '') : JSON.stringify(agent.files);
  return {
    ...facts,
    result: { kind: 'completed', completion },
    isAgents: agent !== undefined,
    said: digest(said),
    characters: agent === undefined ? text.length : charactersOf(agent),
    servedInTurns: agent === undefined ? none : servedIn(agent),
    read,
  };
}

const none: readonly string[] = [];

function charactersOf({ files }: AgentRun): number {
  return files.reduce((sum, { content }) => sum + content.length, 0);
}

function servedIn({ turns }: AgentRun): readonly string[] {
  return [...new Set(turns.flatMap(({ servedBy }) => servedBy ?? []))];
}
