import type { GeneratedFile } from '../../../core/generation/completion.ts';
import type { SimulatedModel } from '../../../adapters/simulated/simulated-model.ts';
import type { AgentTurn, Conversation, ToolCall } from './tool-wire.ts';
import { pathFor, readingCall, writingCall } from './use-tools.ts';

/** What simulated models are asked to work on. */
export type Task = {
  /** The file to read; a prompt that does not name it is answered with words. */
  readonly specPath: string;
  /** Whether what a tool gave back is the spec, and not the error of a tool. */
  readonly isSpec: (text: string) => boolean;
};

/**
 * The work of simulated models behind an agent: they read the spec with the agent's own tool, write the files that their
 * habit gives for it, and say that they are done. What stands in the prompt they do not take for the spec.
 */
export class SimulatedWork {
  readonly #task: Task;
  readonly #models: ReadonlyMap<string, SimulatedModel>;
  /** How often each model wrote for each text: the number of its next sample. */
  readonly #written = new Map<string, number>();

  constructor(models: readonly SimulatedModel[], task: Task) {
    this.#task = task;
    this.#models = new Map(models.map((model) => [model.name, model]));
  }

  /** The answer to one request. */
  turn(conversation: Conversation, id: string): AgentTurn {
    const { model, shown, results, wantsJson } = conversation;
    const next = this.#next(conversation);
    const calls = typeof next === 'string' ? [] : next;
    // What is asked for as JSON is whether to go on.
    const text = typeof next === 'string' ? (wantsJson ? '{"next_speaker":"user"}' : next) : '';
    const input = Math.ceil((shown.length + results.join('').length) / 4);
    const output = Math.ceil((text + JSON.stringify(calls)).length / 4);
    return { id, model, text, calls, tokens: { input, output } };
  }

  /** The next calls of tools, or the words that end the work. */
  #next({ model, shown, tools, results }: Conversation): readonly ToolCall[] | string {
    const { specPath, isSpec } = this.#task;
    // An agent also asks beside its task, as for a title.
    if (tools.length === 0 || !shown.includes(specPath)) return 'No spec is named.';
    const [first] = results;
    if (first === undefined) {
      const call = readingCall(tools, pathFor(specPath, shown));
      return call === null ? 'There is no tool that reads a file.' : [call];
    }
    const specText = results.find(isSpec);
    if (specText === undefined) return `This is not the spec: ${first.slice(0, 200)}`;
    if (results.length > 1) return 'Done.';
    const calls = this.#files(model, specText).map(({ path, content }) =>
      writingCall(tools, { path: pathFor(path, shown), content }),
    );
    return calls.every((call) => call !== null) ? calls : 'There is no tool that writes a file.';
  }

  #files(model: string, specText: string): readonly GeneratedFile[] {
    const key = JSON.stringify([model, specText]);
    const sample = this.#written.get(key) ?? 0;
    this.#written.set(key, sample + 1);
    return this.#models.get(model)?.write({ specText, sample }) ?? [];
  }
}
