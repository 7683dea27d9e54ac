import { readFileSync } from 'node:fs';
import type { ScriptedFault } from '../../src/testing/doubles/model-double/scripted-fault.ts';
import type { Running } from '../../src/testing/runs/run-node.ts';

/** When a program made its first call to a model, and how long it and its ended children had computed by then. */
export type FirstCall = { readonly ms: number; readonly cpuMs: number };

/**
 * Watches programs up to their first call. `faults` belongs into the model double, which tells of each call; while
 * `refuses` is set every call is refused for its key, so that a run ends soon and leaves no answer on record.
 */
export class FirstCallWatch {
  refuses = false;
  #running: Running | null = null;
  #first: FirstCall | null = null;

  readonly faults = (): ScriptedFault | null => {
    if (this.#running !== null && this.#first === null) {
      const ms = performance.now() - this.#running.startedAt;
      this.#first = { ms, cpuMs: cpuMsOf(this.#running.child.pid ?? 0) };
    }
    return this.refuses ? { kind: 'http', status: 401, type: 'authentication_error' } : null;
  };

  /** Watches this program from now on. */
  watch(running: Running): void {
    this.#running = running;
    this.#first = null;
  }

  /** The first call since then; throws if there was none. */
  get first(): FirstCall {
    if (this.#first === null) throw new Error('no model was asked');
    return this.#first;
  }

  /** Whether a model was asked since then. */
  get hasCalled(): boolean {
    return this.#first !== null;
  }
}

/** Linux counts in hundredths of a second. */
const tickMs = 10;

function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name may hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return tickMs * [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
}
