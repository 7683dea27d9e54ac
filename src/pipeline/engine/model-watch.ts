import type { Generation } from '../../core/generation/completion.ts';

/** Tracks how each model behaves, so that a model that is down or misconfigured is not asked for ever. */
export class ModelWatch {
  readonly #outages = new Map<string, number>();
  readonly #stopped = new Map<string, Stop>();
  #generations = 0;

  /** Number of calls that were begun, which the `generations` cap limits. */
  get generations(): number {
    return this.#generations;
  }

  /** Counts a generation that is about to be asked for. */
  begin(): void {
    this.#generations += 1;
  }

  /**
   * Records how a generation ended. A model is stopped for the rest of the run if its last six generations all ended
   * in an outage.
   */
  note(model: string, generation: Generation): void {
    if (generation.kind === 'stopped') {
      this.#stopped.set(model, {
        why: generation.fault.detail,
        isMisconfigured: true,
        counts: 'provider-error',
      });
      return;
    }
    // Calls that were running when the model was stopped may still end in an outage.
    if (this.#stopped.get(model)?.isMisconfigured === true) return;
    const outage = outageIn(generation);
    const outages = outage === null ? 0 : (this.#outages.get(model) ?? 0) + 1;
    this.#outages.set(model, outages);
    if (outage === null || outages < 6) return;
    const why = `left after ${outages} outages: ${outage.detail}`;
    this.#stopped.set(model, { why, isMisconfigured: false, counts: outage.why });
  }

  /** What a sample counts as if it is not asked for because its model was stopped; null if it may be asked for. */
  stopped(model: string): Stop['counts'] | null {
    return this.#stopped.get(model)?.counts ?? null;
  }

  /** All models that are not asked any more, and whether the user's configuration is the reason. */
  stoppedModels(): ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }> {
    return this.#stopped;
  }
}

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
