import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import { gatewayWords } from '../../core/generation/gateway-words.ts';
import { factsOf } from './received.ts';

/** What one call received, read below the vendor's SDK, because the SDKs hide every body that is not an event stream. */
export class AnswerTap {
  readonly #mostBytes: number;
  readonly #onBytes: () => void;
  #isAnswered = false;
  #bytes = 0;
  #head = '';
  readonly #decoder = new TextDecoder();

  constructor(of: { readonly mostOutputTokens: number; readonly onBytes: () => void }) {
    this.#mostBytes = mostBytesFor(of.mostOutputTokens);
    this.#onBytes = of.onBytes;
  }

  /** Whether the server answered with success. */
  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Keeps the headers of a response. */
  begin({ ok }: Pick<Response, 'ok'>): void {
    this.#isAnswered = ok;
    this.#onBytes();
  }

  /** Keeps a part of the body. Throws if the body is larger than any answer to the request can be. */
  take(chunk: Uint8Array): void {
    this.#onBytes();
    this.#bytes += chunk.length;
    if (this.#head.length < headLength) this.#head += this.#decoder.decode(chunk, { stream: true });
    if (this.#isAnswered && this.#bytes > this.#mostBytes) throw new AnswerTooLargeError(this.#mostBytes);
  }

  /** What a body says that came with a success status but contains no answer. */
  words(): FaultFacts {
    const { message, ...names } = gatewayWords(this.#head.slice(0, headLength));
    return factsOf(message, { ...names, isNoAnswer: true });
  }
}

/** The answer is larger than its allowed size. */
class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError';

  constructor(bytes: number) {
    super(
      `the answer did not end within ${Math.ceil(bytes / 1024 / 1024)} MB, more than \`max-output-tokens\` can fill`,
    );
  }
}

const headLength = 8192;

/**
 * The largest size in bytes of a streamed answer with this many tokens. The event of a token has up to about 600 bytes
 * (Chat Completions with ids and padding); the Responses API repeats the whole text at its end.
 */
export function mostBytesFor(mostOutputTokens: number): number {
  return 1024 * (1024 + mostOutputTokens);
}
