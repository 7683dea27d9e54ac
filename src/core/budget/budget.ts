import type { Usage } from '../generation/completion.ts';
import { costUsd, type Price } from './price.ts';

/** The caps of `budget` that can end sampling before a question is answered. */
export const capNames = ['usd', 'usd-per-pr', 'generations', 'tokens'] as const;

/** One cap of `budget`. */
export type CapName = (typeof capNames)[number];

/** The most that a run may use; null = no such cap. */
export type Caps = {
  readonly usd: number | null;
  readonly usdPerPr: {
    readonly cap: number;
    /** Spent by earlier runs of the same pull request. */
    readonly alreadySpent: number;
  } | null;
  readonly generations: number;
  readonly tokens: number | null;
};

/** The most that one call can use. */
export type Call = {
  /** null = unknown. */
  readonly price: Price | null;
  /** Counted or estimated. */
  readonly inputTokens: number;
  readonly maxOutputTokens: number;
};

/** The amount set aside for a call that is running; it must be settled exactly once. */
export type Reservation = {
  readonly price: Price | null;
  /** null where the price is unknown. */
  readonly usd: number | null;
  readonly tokens: number;
};

/** The call may not be made: its maximum could exceed this cap. */
export type Refusal = { readonly refused: CapName };

/** The ledger's totals so far. `usd` leaves out calls without a known price. */
export type Spending = {
  readonly usd: number;
  readonly tokens: number;
  /** Calls that were begun, whatever their outcome. */
  readonly generations: number;
  readonly reservedUsd: number;
  readonly reservedTokens: number;
};

/** Opens the ledger of a run's spending. Each call is reserved at its maximum before it is made. */
export function openLedger(caps: Caps): Ledger {
  return new Ledger(caps);
}

/**
 * Enforces hard caps: spent and reserved together never exceed one, unless a vendor reports more usage than its own
 * maximum.
 */
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

  /**
   * Sets aside the most that a call can use, or names the cap that forbids it. Synchronous, so no other call can come
   * between.
   */
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

  /**
   * Whether the call is refused now but may be possible later, when running calls have used less than was set aside.
   */
  mustWait(call: Call): boolean {
    const asked = reservationFor(call);
    const free = { usd: 0, tokens: 0 };
    return this.#capInTheWay(asked, this.#reserved()) !== null && this.#capInTheWay(asked, free) === null;
  }

  /**
   * Replaces the reservation by what was used. `null`: the vendor did not answer and charges nothing. `unknown`: the
   * vendor may charge for a stream that broke off, so the whole reservation counts as spent.
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

  /** The caps that have refused a call so far, in the order of their first refusal. */
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

// A call without a known price fits under no cap in money; a free call fits under every cap. A billionth of a dollar
// covers the rounding of the sums.
function fits(committedUsd: number, { usd }: Reservation, cap: number): boolean {
  return usd === 0 || (usd !== null && committedUsd + usd <= cap + 1e-9);
}
