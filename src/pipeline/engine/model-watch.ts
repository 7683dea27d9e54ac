import type { Generation } from '../../core/generation/completion.ts';

/** Keeps count of how each model behaves, so that one that is down or misconfigured is not asked for ever. */
export class ModelWatch {
  readonly #outages = new Map<string, number>();
  readonly #stopped = new Map<string, Stop>();
  #generations = 0;

  /** Calls begun: what the `generations` cap counts. */
  get generations(): number {
    return this.#generations;
  }

  /** Counts a generation that is about to be asked for. */
  begin(): void {
    this.#generations += 1;
  }

  /** Learns from how one ended. A model whose last six all ended in an outage is left for the rest of the run. */
  note(model: string, generation: Generation): void {
    if (generation.kind === 'stopped') {
      this.#stopped.set(model, {
        why: generation.fault.detail,
        isMisconfigured: true,
        counts: 'provider-error',
      });
      return;
    }
    // Calls that were under way when it was stopped may still end in an outage.
    if (this.#stopped.get(model)?.isMisconfigured === true) return;
    const outage = outageIn(generation);
    const outages = outage === null ? 0 : (this.#outages.get(model) ?? 0) + 1;
    this.#outages.set(model, outages);
    if (outage === null || outages < 6) return;
    const why = `left after ${outages} outages: ${outage.detail}`;
    this.#stopped.set(model, { why, isMisconfigured: false, counts: outage.why });
  }

  /** What a sample that is not asked for counts as, because its model was stopped; null when it may be asked for. */
  stopped(model: string): Stop['counts'] | null {
    return this.#stopped.get(model)?.counts ?? null;
  }

  /** All models that are not asked any more, and whether the user's configuration is why. */
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
