import type { Usage } from '../generation/completion.ts';
import { costUsd, type Price } from './price.ts';

/** The caps of `budget` that can end sampling before a question is answered. */
export const capNames = ['usd', 'usd-per-pr', 'generations', 'tokens'] as const;

/** One cap of `budget`. */
export type CapName = (typeof capNames)[number];

/** The most a run may use up; null = no such cap. */
export type Caps = {
  readonly usd: number | null;
  readonly usdPerPr: {
    readonly cap: number;
    /** By earlier runs of the same pull request. */
    readonly alreadySpent: number;
  } | null;
  readonly generations: number;
  readonly tokens: number | null;
};

/** The most that one call can use up. */
export type Call = {
  /** null = unknown. */
  readonly price: Price | null;
  /** Counted or estimated. */
  readonly inputTokens: number;
  readonly maxOutputTokens: number;
};

/** What is set aside for a call in flight; to be settled exactly once. */
export type Reservation = {
  readonly price: Price | null;
  /** null where the price is unknown. */
  readonly usd: number | null;
  readonly tokens: number;
};

/** The call may not be made: its most could exceed this cap. */
export type Refusal = { readonly refused: CapName };

/** What a ledger knows so far. `usd` leaves out calls without a known price. */
export type Spending = {
  readonly usd: number;
  readonly tokens: number;
  /** Calls begun, whatever became of them. */
  readonly generations: number;
  readonly reservedUsd: number;
  readonly reservedTokens: number;
};

/** Opens the book of a run's spending, in which a call is reserved at its most before it is made. */
export function openLedger(caps: Caps): Ledger {
  return new Ledger(caps);
}

/** Holds hard caps: spent and reserved together never exceed one, unless a vendor reports more than its maximum. */
export class Ledger {
  readonly #caps: Caps;
  readonly #open = new Set<Reservation>();
  readonly #refused = new Set<CapName>();
  #usd = 0;
  #tokens = 0;
  #generations = 0;

  constructor(caps: Caps) {
    this.#caps = caps;
  }

  /** Sets aside the most a call can use up, or names the cap in its way. Nothing is awaited, so nothing comes between. */
  reserve(call: Call): Reservation | Refusal {
    const reservation = reservationFor(call);
    const refused = this.#capInTheWay(reservation, this.#reserved());
    if (refused !== null) {
      this.#refused.add(refused);
      return { refused };
    }
    this.#open.add(reservation);
    this.#generations += 1;
    return reservation;
  }

  /** Whether the call is refused now and may be made once calls in flight have settled for less than was set aside. */
  mustWait(call: Call): boolean {
    const asked = reservationFor(call);
    const free = { usd: 0, tokens: 0 };
    return this.#capInTheWay(asked, this.#reserved()) !== null && this.#capInTheWay(asked, free) === null;
  }

  /**
   * Puts what was used in place of what was set aside. `null`: the vendor answered nothing and charges nothing.
   * `unknown`: it may charge for a stream that broke off, so the whole reservation counts as spent.
   */
  settle(reservation: Reservation, usage: Usage | 'unknown' | null): void {
    if (!this.#open.delete(reservation)) throw new Error('A reservation was settled that is not open.');
    if (usage === null) return;
    if (usage === 'unknown') {
      this.#usd += reservation.usd ?? 0;
      this.#tokens += reservation.tokens;
      return;
    }
    this.#usd += reservation.price === null ? 0 : costUsd(reservation.price, usage);
    this.#tokens += usage.inputTokens + usage.outputTokens;
  }

  /** What was spent and what is set aside. */
  get spending(): Spending {
    const reserved = this.#reserved();
    return {
      usd: this.#usd,
      tokens: this.#tokens,
      generations: this.#generations,
      reservedUsd: reserved.usd,
      reservedTokens: reserved.tokens,
    };
  }

  /** The caps that refused a call so far, in the order in which they first did. */
  get refusedBy(): readonly CapName[] {
    return [...this.#refused];
  }

  #reserved(): Reserved {
    const open = [...this.#open];
    return {
      usd: open.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
      tokens: open.reduce((sum, { tokens }) => sum + tokens, 0),
    };
  }

  #capInTheWay(reservation: Reservation, reserved: Reserved): CapName | null {
    const { generations, tokens, usd, usdPerPr } = this.#caps;
    if (this.#generations + 1 > generations) return 'generations';
    if (tokens !== null && this.#tokens + reserved.tokens + reservation.tokens > tokens) return 'tokens';
    const committedUsd = this.#usd + reserved.usd;
    if (usd !== null && !fits(committedUsd, reservation, usd)) return 'usd';
    if (usdPerPr !== null && !fits(usdPerPr.alreadySpent + committedUsd, reservation, usdPerPr.cap))
      return 'usd-per-pr';
    return null;
  }
}

type Reserved = { readonly usd: number; readonly tokens: number };

function reservationFor({ price, inputTokens, maxOutputTokens }: Call): Reservation {
  const most = { inputTokens, cachedInputTokens: 0, outputTokens: maxOutputTokens };
  return {
    price,
    usd: price === null ? null : costUsd(price, most),
    tokens: inputTokens + maxOutputTokens,
  };
}

// A call without a known price fits under no cap in money, one that is free under every. A billionth of a dollar is the rounding of the sums.
function fits(committedUsd: number, { usd }: Reservation, cap: number): boolean {
  return usd === 0 || (usd !== null && committedUsd + usd <= cap + 1e-9);
}
