import type { Prompt } from '../core/generation/completion.ts';
import type { Reply } from '../core/generation/reply.ts';

/** One call to one model. Faults of the vendor are returned as values; only our own bugs are thrown. */
export interface ModelClient {
  complete(request: {
    readonly prompt: Prompt;
    readonly signal: AbortSignal;
    /** Called at the first event of the stream: from now on the vendor's prompt cache is warm. */
    readonly onFirstEvent: () => void;
    /** An agent took all its time before: nothing of ours may run beside it now. */
    readonly isAlone?: true;
  }): Promise<Reply>;
}
