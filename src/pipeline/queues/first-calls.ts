import { sizeOf } from '../../core/generation/prompt-size.ts';
import type { Arm } from '../../core/plan/arm.ts';
import { isOwnAddress, leastCachedTokens, providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { Clock } from '../../ports/clock.ts';

/** The place of one call among those of its arm. Leaving it lets the others go on, whatever became of the call. */
export type Place = Disposable & {
  /** Called at the first event of each answer: the prompt is now in the vendor's cache. */
  readonly onFirstEvent: () => void;
};

/** Vendors keep a prompt for at least five minutes after its last use; the rest is for calls that wait for a slot. */
const surelyCachedMs = 4 * 60_000;

// A second call that came with the first event still missed in two of five cases; two seconds later it did not:
// github.com/anthropics/anthropic-sdk-python/issues/1451.
const settlingMs = 2000;

/**
 * Where calls of an arm wait while one of them goes first: it writes the prompt into the vendor's cache, and the others
 * read it for a small part of the price. Whoever comes when the prompt has not been used for minutes goes first again.
 */
export class FirstCalls {
  readonly #clock: Pick<Clock, 'now' | 'sleep'>;
  readonly #first = new Map<string, Promise<void>>();
  readonly #cachedUntil = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now' | 'sleep'>) {
    this.#clock = clock;
  }

  /** Waits until the arm's prompt is cached, or makes this call the one that goes first. */
  async join(arm: Pick<Arm, 'model' | 'prompt' | 'keyOf'>, signal: AbortSignal): Promise<Place> {
    if (!mayPay(arm)) return nothingToWaitFor;
    // Two arms with the same key for a sample ask the same model the same prompt.
    const key = arm.keyOf(0);
    if (this.#isCached(key)) return this.#follower(key);
    const first = this.#first.get(key);
    if (first === undefined) return this.#leader(key, arm.model, signal);
    await first;
    return this.#follower(key);
  }

  #isCached(key: string): boolean {
    return this.#clock.now() < (this.#cachedUntil.get(key) ?? 0);
  }

  #noteUse(key: string): void {
    this.#cachedUntil.set(key, this.#clock.now() + surelyCachedMs);
  }

  #follower(key: string): Place {
    return { onFirstEvent: () => this.#noteUse(key), [Symbol.dispose]: () => {} };
  }

  #leader(key: string, model: Model, signal: AbortSignal): Place {
    let open = (): void => {};
    const first = new Promise<void>((resolve) => (open = resolve));
    this.#first.set(key, first);
    let isBegun = false;
    const letGo = (): void => {
      if (isBegun) this.#noteUse(key);
      if (this.#first.get(key) === first) this.#first.delete(key);
      open();
    };
    return {
      onFirstEvent: () => {
        isBegun = true;
        if (isFarAway(model)) void this.#clock.sleep(settlingMs, signal).then(letGo);
        else letGo();
      },
      // Without a first event the others would wait for ever.
      [Symbol.dispose]: letGo,
    };
  }
}

// Our estimate is rather too large, so a prompt below the minimum is surely not cached. Where input is free nothing is saved.
function mayPay({ model, prompt }: Pick<Arm, 'model' | 'prompt'>): boolean {
  return (
    model.price?.input !== 0 && sizeOf(prompt).estimated >= leastCachedTokens(model.provider, model.name)
  );
}

// A server of one's own has one cache, and no others to copy it to.
function isFarAway({ provider, baseUrl }: Model): boolean {
  const { baseUrl: own } = providers[provider];
  return own !== null && isOwnAddress(baseUrl, { baseUrl: own });
}

const nothingToWaitFor: Place = { onFirstEvent: () => {}, [Symbol.dispose]: () => {} };
