import { setAsideWords, type SetAside } from '../../core/budget/set-aside.ts';
import type { Fault, Generation, StoppedModel } from '../../core/generation/completion.ts';

/** Tracks how each model behaves, so that a model that is down or misconfigured is not asked for ever. */
export class ModelWatch {
  readonly #outages = new Map<string, number>();
  /** Calls in a row that were answered without an answer. */
  readonly #empty = new Map<string, number>();
  /** Answers in a row that broke off. */
  readonly #broken = new Map<string, number>();
  readonly #stopped = new Map<string, Stop>();
  readonly #told = new Set<string>();
  readonly #tell: (line: string) => void;

  /** `tell` gets a line for each new thing that a vendor says instead of an answer. */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Records what one call gave instead of an answer. Three calls in a row without an answer stop their model. */
  noteFault(model: string, fault: Fault): void {
    const { kind, detail } = fault;
    this.#tellOnce(model, detail);
    if (kind !== 'no-answer') return;
    const empty = (this.#empty.get(model) ?? 0) + 1;
    this.#empty.set(model, empty);
    if (empty < mostEmpty || this.#stopped.has(model)) return;
    this.#stop(model, {
      why: `left after ${empty} calls in a row: ${detail}`,
      isMisconfigured: false,
      ...(fault.mend === undefined ? {} : { mend: fault.mend }),
      counts: 'provider-error',
    });
  }

  /** How many answers of a model in a row have broken off so far. */
  brokenOff(model: string): number {
    return this.#broken.get(model) ?? 0;
  }

  /**
   * Records an answer that broke off. Several in a row stop their model. `before` is what `brokenOff` said when the call
   * was made: of answers that were on their way at the same time only one counts, because one fault may have cut them all.
   */
  noteBroken(model: string, of: { readonly detail: string; readonly before: number }): void {
    const broken = this.brokenOff(model);
    if (of.before !== broken) return;
    this.#broken.set(model, broken + 1);
    if (broken + 1 < mostBroken || this.#stopped.has(model)) return;
    this.#stop(model, { ...leftBroken, why: `left after ${broken + 1} answers in a row: ${of.detail}` });
  }

  /** Stops a model whose answers that broke off hold more than its share of a limit. */
  leaveOverdrawn(model: string, setAside: SetAside): void {
    if (this.#stopped.has(model)) return;
    this.#stop(model, {
      ...leftBroken,
      why: `left because ${setAsideWords(setAside)}, more than its share of the budget`,
    });
  }

  /**
   * Records how a generation ended. A model is stopped for the rest of the run if its last six generations all ended
   * in an outage.
   */
  note(model: string, generation: Generation): void {
    if (generation.kind === 'completed') {
      this.#empty.set(model, 0);
      this.#broken.set(model, 0);
    }
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
  stoppedModels(): ReadonlyMap<string, StoppedModel> {
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
// One fewer than the attempts of one generation.
const mostBroken = 4;
const mostOutages = 6;
const mostTold = 100;

type Stop = StoppedModel & { readonly counts: 'provider-error' | 'quota' };

const leftBroken = { isMisconfigured: false, mend: 'connection', counts: 'provider-error' } as const;

function outageIn(generation: Generation): { readonly why: Stop['counts']; readonly detail: string } | null {
  if (generation.kind !== 'unmeasured') return null;
  const { why, detail } = generation;
  return why === 'provider-error' || why === 'quota' ? { why, detail } : null;
}
