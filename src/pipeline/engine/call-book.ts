import type { Call, CapName, Reservation } from '../../core/budget/budget.ts';
import { withLostCall } from '../../core/budget/lost-calls.ts';
import type { Bill } from '../../core/generation/bill.ts';
import type { Usage } from '../../core/generation/completion.ts';
import type { Model } from '../../core/settings.ts';
import type { Engine } from './engine.ts';

/** Books what the attempts of one generation cost; each attempt has its own money set aside. */
export class CallBook {
  readonly #engine: Engine;
  readonly #model: Model;
  readonly #call: Call;
  readonly #first: Reservation;
  /** What is set aside for the attempt that is going on; null after one that is booked. */
  #open: Reservation | null;
  #refusedBy: CapName | null = null;

  constructor(
    engine: Engine,
    of: { readonly model: Model; readonly call: Call; readonly reservation: Reservation },
  ) {
    this.#engine = engine;
    this.#model = of.model;
    this.#call = of.call;
    this.#first = of.reservation;
    this.#open = of.reservation;
  }

  /** Books an attempt that was answered without giving an answer. */
  lose(bill: Bill): void {
    const { ledger, lost, budgetWaiters } = this.#engine;
    if (this.#open === null) throw new Error('An attempt was booked for which nothing was set aside.');
    const { id: model } = this.#model;
    const setAside = ledger.lose(this.#open, bill);
    lost.list = withLostCall(lost.list, { model, price: this.#call.price, bill, setAside });
    this.#open = null;
    budgetWaiters.announce();
  }

  /** Whether there is room for another attempt, which is then set aside. */
  hasRoom(): boolean {
    if (this.#open !== null) return true;
    const again = this.#engine.ledger.reserveAgain(this.#first);
    if ('refused' in again) {
      this.#refusedBy = again.refused;
      return false;
    }
    this.#open = again;
    return true;
  }

  /** The cap that left no room for another attempt; null if none did. */
  get refusedBy(): CapName | null {
    return this.#refusedBy;
  }

  /** Books the last attempt: what its answer took, or nothing. */
  close(usage: Usage | null): void {
    const { ledger, budgetWaiters } = this.#engine;
    if (this.#open !== null) ledger.settle(this.#open, usage);
    budgetWaiters.announce();
  }
}
