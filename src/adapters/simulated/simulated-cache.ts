import type { Asked, PromptCache } from '../api-client/wire.ts';

/** What the prompt cache did for one request. */
export type CacheUse = {
  readonly cached: number;
  readonly written: number;
  /** The answer begins: from now on other requests can read what this one wrote. */
  readonly begin: () => void;
};

/**
 * The prompt cache of a simulated vendor. As with the real ones, a request reads the longest marked beginning that an
 * earlier request wrote, requests that arrive before the first answer has begun read nothing, and a beginning that is too
 * short is never cached and never an error.
 */
export class SimulatedCache {
  readonly #now: () => number;
  readonly #untilOf = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What a request finds when it arrives. */
  lookUp(asked: Asked, rules: PromptCache | undefined): CacheUse {
    const marked = (asked.cacheable ?? [])
      .map((prefix) => ({
        key: JSON.stringify([asked.model, asked.cacheKey ?? '', prefix.system, prefix.user]),
        tokens: tokensIn(prefix.system) + tokensIn(prefix.user),
      }))
      .filter(({ tokens }) => rules !== undefined && tokens >= rules.leastTokens);
    const known = marked.filter(({ key }) => this.#now() < (this.#untilOf.get(key) ?? 0));
    const cached = Math.max(0, ...known.map(({ tokens }) => tokens));
    const longest = Math.max(0, ...marked.map(({ tokens }) => tokens));
    return {
      cached,
      written: longest - cached,
      begin: () => {
        for (const { key } of marked) this.#untilOf.set(key, this.#now() + (rules?.lifetimeMs ?? 0));
      },
    };
  }
}

/** Tokens of a text, as rough as every count of a simulated model: about four characters per token. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}
