import { Turns } from '../process/turns.ts';

/** Tasks run beside each other; one that asks for it runs alone. Who waits to be alone is not overtaken. */
export class SideBySide {
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<unknown>>();

  /** Runs the task beside others. */
  async beside<Value>(task: () => Promise<Value>): Promise<Value> {
    const hasBegun = await this.#turns.next();
    const going = task();
    this.#running.add(going);
    hasBegun();
    try {
      return await going;
    } finally {
      this.#running.delete(going);
    }
  }

  /** Runs the task once all that run have ended; nothing begins before its end. */
  async alone<Value>(task: () => Promise<Value>): Promise<Value> {
    const end = await this.#turns.next();
    try {
      await Promise.allSettled(this.#running);
      return await task();
    } finally {
      end();
    }
  }
}
