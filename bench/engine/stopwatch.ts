import { childrenCpuMs } from './children-cpu.ts';

/** What one stage took in all: wall time, CPU of this process, and CPU of processes that ended meanwhile. */
export type Taken = { readonly wallMs: number; readonly ownMs: number; readonly childrenMs: number };

/** Adds up what stages take that run one after another. */
export class Stopwatch {
  readonly #taken = new Map<string, Taken>();

  /** Does something as a part of a stage. */
  async time<Value>(stage: string, work: () => PromiseLike<Value>): Promise<Value> {
    const before = now();
    try {
      return await work();
    } finally {
      const after = now();
      const sum = this.#taken.get(stage) ?? nothing;
      this.#taken.set(stage, plus(sum, minus(after, before)));
    }
  }

  /** In the order in which the stages were first over. */
  get taken(): ReadonlyMap<string, Taken> {
    return this.#taken;
  }
}

const nothing: Taken = { wallMs: 0, ownMs: 0, childrenMs: 0 };

function now(): Taken {
  const { user, system } = process.cpuUsage();
  return { wallMs: performance.now(), ownMs: (user + system) / 1000, childrenMs: childrenCpuMs() };
}

function plus(one: Taken, other: Taken): Taken {
  return {
    wallMs: one.wallMs + other.wallMs,
    ownMs: one.ownMs + other.ownMs,
    childrenMs: one.childrenMs + other.childrenMs,
  };
}

/** What was taken between two times, or beyond a part of it. */
export function minus(one: Taken, other: Taken): Taken {
  return {
    wallMs: one.wallMs - other.wallMs,
    ownMs: one.ownMs - other.ownMs,
    childrenMs: one.childrenMs - other.childrenMs,
  };
}
