import type { Fault, Generation } from '../../core/generation/completion.ts';

/** Tracks how each model behaves, so that a model that is down or misconfigured is not asked for ever. */
export class ModelWatch {
  readonly #outages = new Map<string, number>();
  /** Calls in a row that were answered without an answer. */
  readonly #empty = new Map<string, number>();
  readonly #stopped = new Map<string, Stop>();
  readonly #told = new Set<string>();
  readonly #tell: (line: string) => void;

  /** `tell` gets a line for each new thing that a vendor says instead of an answer. */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Records what one call gave instead of an answer. Three calls in a row without an answer stop their model. */
  noteFault(model: string, { kind, detail }: Fault): void {
    this.#tellOnce(model, detail);
    if (kind !== 'no-answer') return;
    const empty = (this.#empty.get(model) ?? 0) + 1;
    this.#empty.set(model, empty);
    if (empty < mostEmpty || this.#stopped.has(model)) return;
    this.#stop(model, {
      why: `left after ${empty} calls in a row: ${detail}`,
      isMisconfigured: false,
      counts: 'provider-error',
    });
  }

  /**
   * Records how a generation ended. A model is stopped for the rest of the run if its last six generations all ended
   * in an outage.
   */
  note(model: string, generation: Generation): void {
    if (generation.kind === 'completed') this.#empty.set(model, 0);
    if (generation.kind === 'stopped') {
      const why = generation.fault.detail;
      this.#stop(model, { why, isMisconfigured: true, counts: 'provider-error' });
      return;
    }
    // Calls that were running when the model was stopped may still end in an outage.
    if (this.#stopped.has(model)) return;
    const outage = outageIn(generation);
    const outages = outage === null ? 0 : (this.#outages.get(model) ?? 0) + 1;
    this.#outages.set(model, outages);
    if (outage === null || outages < mostOutages) return;
    const why = `left after ${outages} outages: ${outage.detail}`;
    this.#stop(model, { why, isMisconfigured: false, counts: outage.why });
  }

  /** What a sample counts as if it is not asked for because its model was stopped; null if it may be asked for. */
  stopped(model: string): Pick<Stop, 'counts' | 'why'> | null {
    return this.#stopped.get(model) ?? null;
  }

  /** All models that are not asked any more, and whether the user's configuration is the reason. */
  stoppedModels(): ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }> {
    return this.#stopped;
  }

  #stop(model: string, stop: Stop): void {
    this.#stopped.set(model, stop);
    this.#tell(`${model} is not asked any more: ${stop.why}`);
  }

  // Vendors number their requests, so each message may be a new one.
  #tellOnce(model: string, detail: string): void {
    const key = JSON.stringify([model, detail.replaceAll(/[\da-f]{4,}|\d+/g, '#')]);
    if (this.#told.has(key) || this.#told.size >= mostTold) return;
    this.#told.add(key);
    this.#tell(`${model} gave no answer: ${detail}`);
  }
}

const mostEmpty = 3;
const mostOutages = 6;
const mostTold = 100;

type Stop = {
  readonly why: string;
  readonly isMisconfigured: boolean;
  readonly counts: 'provider-error' | 'quota';
};

function outageIn(generation: Generation): { readonly why: Stop['counts']; readonly detail: string } | null {
  if (generation.kind !== 'unmeasured') return null;
  const { why, detail } = generation;
  return why === 'provider-error' || why === 'quota' ? { why, detail } : null;
}
