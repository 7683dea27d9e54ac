import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import { gatewayWords } from '../../core/generation/gateway-words.ts';
import { factsOf } from './received.ts';

/** What one call brought, seen below the vendor's SDK: the SDKs swallow every body that is no stream of events. */
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

  /** Notes the headers of a response. */
  begin({ ok }: Pick<Response, 'ok'>): void {
    this.#isAnswered = ok;
    this.#onBytes();
  }

  /** Notes a part of the body. Throws when the body has become larger than any answer that was asked for. */
  take(chunk: Uint8Array): void {
    this.#onBytes();
    this.#bytes += chunk.length;
    if (this.#head.length < headLength) this.#head += this.#decoder.decode(chunk, { stream: true });
    if (this.#isAnswered && this.#bytes > this.#mostBytes) throw new AnswerTooLargeError(this.#mostBytes);
  }

  /** What the body says that came with success and holds no answer. */
  words(): FaultFacts {
    const { message, ...names } = gatewayWords(this.#head.slice(0, headLength));
    return factsOf(message, { ...names, isNoAnswer: true });
  }
}

/** An answer that did not end where it had to. */
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
 * The most bytes that an answer of so many tokens can take as a stream. An event for each token has up to some 600 bytes
 * (Chat Completions with its ids, padded against listeners); Responses repeat the whole text at their end.
 */
export function mostBytesFor(mostOutputTokens: number): number {
  return 1024 * (1024 + mostOutputTokens);
}
