import type { Prompt, Reply } from '../core/generation/completion.ts';

/** One call to one model. Vendor faults come back as values; only our own bugs are thrown. */
export interface ModelClient {
  complete(request: {
    readonly prompt: Prompt;
    readonly signal: AbortSignal;
    /** Called at the first event of the stream: the prompt cache is warm from here on. */
    readonly onFirstEvent: () => void;
  }): Promise<Reply>;
}
