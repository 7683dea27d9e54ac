/** Where a call that does not fit under a cap waits until a running call has settled for less than was reserved. */
export class BudgetWaiters {
  #waiting: (() => void)[] = [];

  /** Resolves when the next call settles. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  /** Wakes all waiting calls. */
  announce(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
