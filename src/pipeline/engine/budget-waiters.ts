/** Where a call that finds no room under a cap waits until one in flight has settled for less than was set aside. */
export class BudgetWaiters {
  #waiting: (() => void)[] = [];

  /** Resolves when the next call settles. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  /** Wakes all who wait. */
  announce(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
