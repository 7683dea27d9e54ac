import type { Bill } from '../generation/bill.ts';
import type { Usage } from '../generation/completion.ts';
import { costUsd, type Price } from './price.ts';
import { shareOfRest, type Caps, type Spending } from './caps.ts';
import { isMoreThan, nothingSetAside, sumOfSetAside, type SetAside } from './set-aside.ts';

/** The caps of `budget` that can end sampling before a question is answered. */
export const capNames = ['usd', 'usd-per-pr', 'generations', 'tokens'] as const;

/** One cap of `budget`. */
export type CapName = (typeof capNames)[number];

/** The most that one call can use. */
export type Call = {
  readonly model: string;
  /** null = unknown. */
  readonly price: Price | null;
  /** Counted or estimated. */
  readonly inputTokens: number;
  readonly maxOutputTokens: number;
  /** Held by somebody else: the call ends before it costs more. Missing = nobody holds it. */
  readonly mostUsd?: number;
};

/** The amount set aside for a call that is running; it must be settled exactly once. */
export type Reservation = {
  readonly model: string;
  readonly price: Price | null;
  /** null where the price is unknown. */
  readonly usd: number | null;
  readonly tokens: number;
};

/** The call may not be made: its maximum could exceed this cap. */
export type Refusal = { readonly refused: CapName };

/**
 * Opens the ledger of a run's spending. Each call is reserved at its maximum before it is made. `models` is how many
 * models share the caps.
 */
export function openLedger(caps: Caps, models = 1): Ledger {
  return new Ledger(caps, models);
}

/**
 * Enforces hard caps: spent and reserved together never exceed one, unless a vendor reports more usage than its own
 * maximum.
 */
export class Ledger {
  #caps: Caps;
  readonly #open = new Set<Reservation>();
  readonly #refused = new Set<CapName>();
  /** Stays set aside for good; by model. */
  readonly #withheld = new Map<string, SetAside>();
  readonly #models: number;
  #usd = 0;
  #tokens = 0;
  #generations = 0;
  #answered = 0;

  constructor(caps: Caps, models: number) {
    this.#caps = caps;
    this.#models = models;
  }

  /**
   * Sets aside the most that a call can use, or names the cap that forbids it. Synchronous, so no other call can come
   * between.
   */
  reserve(call: Call): Reservation | Refusal {
    if (this.#generations + 1 > this.#caps.generations) return this.#refuse('generations');
    const reserved = this.#setAside(reservationFor(call));
    if (!('refused' in reserved)) this.#generations += 1;
    return reserved;
  }

  /**
   * Books a call that was answered without giving an answer. If the answer broke off, what the vendor may charge beyond
   * the bill stays set aside, and is returned.
   */
  lose(reservation: Reservation, { usage, mayBeMore }: Bill): SetAside | null {
    this.settle(reservation, usage);
    if (!mayBeMore) return null;
    const more = beyond(reservation, usage);
    this.#withheld.set(reservation.model, sumOfSetAside([this.setAsideFor(reservation.model), more]));
    return more;
  }

  /** What stays set aside for answers of this model that broke off. */
  setAsideFor(model: string): SetAside {
    return this.#withheld.get(model) ?? nothingSetAside;
  }

  /**
   * Whether answers of this model that broke off hold more than an equal share of a cap, so that the other models would
   * soon have nothing left. One such answer alone is forgiven: it may be a moment's fault.
   */
  hasOverdrawn(model: string): boolean {
    const { usd, tokens, calls } = this.setAsideFor(model);
    if (this.#models < 2 || calls < 2) return false;
    const { usd: usdCap, usdPerPr, tokens: tokenCap } = this.#caps;
    const leftOfPr = usdPerPr === null ? Infinity : usdPerPr.cap - usdPerPr.alreadySpent;
    const usdShare = Math.min(usdCap ?? Infinity, leftOfPr) / this.#models;
    return (usd ?? 0) > usdShare || tokens > (tokenCap ?? Infinity) / this.#models;
  }

  /** What answers that broke off hold, if that is more than what was spent; null if it is not. */
  mostlySetAside(): SetAside | null {
    const all = sumOfSetAside([...this.#withheld.values()]);
    return isMoreThan(all, { usd: this.#usd, tokens: this.#tokens }) ? all : null;
  }

  /** Sets the same aside for another attempt of a call that was lost, or names the cap that forbids it. */
  reserveAgain(lost: Reservation): Reservation | Refusal {
    return this.#setAside({ ...lost });
  }

  /**
   * Whether the call is refused now but may be possible later, when running calls have used less than was set aside.
   */
  mustWait(call: Call): boolean {
    if (this.#generations + 1 > this.#caps.generations) return false;
    const asked = reservationFor(call);
    return (
      this.#capInTheWay(asked, this.#reserved()) !== null &&
      this.#capInTheWay(asked, this.#forGood()) === null
    );
  }

  /** Replaces the reservation by what was used. `null`: the vendor did not answer and charges nothing. */
  settle(reservation: Reservation, usage: Usage | null): void {
    if (!this.#open.delete(reservation)) throw new Error('A reservation was settled that is not open.');
    if (usage === null) return;
    this.#answered += 1;
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
      answered: this.#answered,
      reservedUsd: reserved.usd,
      reservedTokens: reserved.tokens,
    };
  }

  /** From now on only this share (0…1) of what is left of each cap may be used. */
  leave(share: number): void {
    this.#caps = shareOfRest(this.#caps, this.spending, share);
  }

  /** The caps that have refused a call so far, in the order of their first refusal. */
  get refusedBy(): readonly CapName[] {
    return [...this.#refused];
  }

  #setAside(reservation: Reservation): Reservation | Refusal {
    const refused = this.#capInTheWay(reservation, this.#reserved());
    if (refused !== null) return this.#refuse(refused);
    this.#open.add(reservation);
    return reservation;
  }

  #refuse(refused: CapName): Refusal {
    this.#refused.add(refused);
    return { refused };
  }

  #forGood(): Reserved {
    return reservedIn([...this.#withheld.values()]);
  }

  #reserved(): Reserved {
    return reservedIn([...this.#withheld.values(), ...this.#open]);
  }

  #capInTheWay(reservation: Reservation, reserved: Reserved): CapName | null {
    const { tokens, usd, usdPerPr } = this.#caps;
    if (tokens !== null && this.#tokens + reserved.tokens + reservation.tokens > tokens) return 'tokens';
    const committedUsd = this.#usd + reserved.usd;
    if (usd !== null && !fits(committedUsd, reservation, usd)) return 'usd';
    if (usdPerPr !== null && !fits(usdPerPr.alreadySpent + committedUsd, reservation, usdPerPr.cap))
      return 'usd-per-pr';
    return null;
  }
}

type Reserved = { readonly usd: number; readonly tokens: number };

// What the vendor may charge for an answer that broke off, beyond what is booked for it.
function beyond({ price, usd, tokens }: Reservation, usage: Usage): SetAside {
  return {
    usd: price === null || usd === null ? null : Math.max(0, usd - costUsd(price, usage)),
    tokens: Math.max(0, tokens - usage.inputTokens - usage.outputTokens),
    calls: 1,
  };
}

function reservedIn(all: readonly Pick<Reservation, 'usd' | 'tokens'>[]): Reserved {
  return {
    usd: all.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
    tokens: all.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

function reservationFor(call: Call): Reservation {
  const { model, price, inputTokens, maxOutputTokens } = call;
  return { model, price, usd: mostUsdOf(call), tokens: inputTokens + maxOutputTokens };
}

/** The most that a call can cost; null where its price is unknown. */
export function mostUsdOf({ price, inputTokens, maxOutputTokens, mostUsd = Infinity }: Call): number | null {
  if (price === null) return null;
  const most = { inputTokens, cachedInputTokens: 0, outputTokens: maxOutputTokens };
  return Math.min(mostUsd, costUsd(price, most));
}

// A call without a known price fits under no cap in money; a free call fits under every cap. A billionth of a dollar
// covers the rounding of the sums.
function fits(committedUsd: number, { usd }: Reservation, cap: number): boolean {
  return usd === 0 || (usd !== null && committedUsd + usd <= cap + 1e-9);
}
