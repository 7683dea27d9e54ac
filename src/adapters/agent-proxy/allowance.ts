import type { AgentLimits } from '../../core/agent.ts';
import { costUsd, type Price } from '../../core/budget/price.ts';
import type { Usage } from '../../core/generation/completion.ts';

type Counted = 'turns' | 'tokens' | 'usd';
type Amounts = Readonly<Record<Counted, number>>;

/** A call that was let through. */
export type Admission = { readonly reserved: Amounts };

/**
 * What an agent has used of the limits of its sample. The first call after a limit was reached is not let through; as an
 * agent may ask several times at once, a call that could be that one waits until the calls before it have ended.
 */
export class Allowance {
  readonly #limits: Amounts;
  readonly #price: Price | null;
  readonly #open = new Set<Admission>();
  #used: Amounts = { turns: 0, tokens: 0, usd: 0 };
  #waiting: (() => void)[] = [];

  /** Throws where money is limited and no price is known: nobody could keep the limit. */
  constructor(limits: Pick<AgentLimits, Counted>, price: Price | null) {
    if (limits.usd !== null && price === null) throw new Error('A limit in USD needs a price.');
    this.#limits = { ...limits, usd: limits.usd ?? Number.POSITIVE_INFINITY };
    this.#price = price;
  }

  /** Lets a call through, or names the limit that is reached. `most`: the largest usage that the call can have. */
  async admit(most: Usage): Promise<Admission | Counted> {
    const reserved = this.#amountsOf(most);
    for (;;) {
      const reached = this.#reached(this.#used);
      if (reached !== null) return reached;
      const committed = [...this.#open].reduce((sum, call) => added(sum, call.reserved), this.#used);
      if (this.#open.size === 0 || this.#reached(committed) === null) break;
      await new Promise<void>((resolve) => void this.#waiting.push(resolve));
    }
    const admission = { reserved };
    this.#open.add(admission);
    return admission;
  }

  /** A call that was let through has ended. `usage`: what is due for it; null = nothing. */
  settle(admission: Admission, usage: Usage | null, isTurn: boolean): void {
    this.#open.delete(admission);
    const { tokens, usd } = usage === null ? nothing : this.#amountsOf(usage);
    this.#used = added(this.#used, { turns: isTurn ? 1 : 0, tokens, usd });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  #reached(used: Amounts): Counted | null {
    return counted.find((name) => used[name] >= this.#limits[name]) ?? null;
  }

  #amountsOf(usage: Usage): Amounts {
    const usd = this.#price === null ? 0 : costUsd(this.#price, usage);
    return { turns: 1, tokens: usage.inputTokens + usage.outputTokens, usd };
  }
}

const counted: readonly Counted[] = ['turns', 'tokens', 'usd'];
const nothing: Amounts = { turns: 0, tokens: 0, usd: 0 };

function added(one: Amounts, other: Amounts): Amounts {
  return { turns: one.turns + other.turns, tokens: one.tokens + other.tokens, usd: one.usd + other.usd };
}
