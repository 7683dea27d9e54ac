import type { Generation } from '../core/generation/completion.ts';

/** Keeps count of how each model behaves, so that one that is down or misconfigured is not asked for ever. */
export class ModelWatch {
  readonly #outages = new Map<string, number>();
  readonly #stopped = new Map<string, string>();
  readonly #faulty = new Set<string>();
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
      this.#faulty.add(model);
      this.#stopped.set(model, generation.fault.detail);
      return;
    }
    const isOutage =
      generation.kind === 'unmeasured' && (generation.why === 'provider-error' || generation.why === 'quota');
    const outages = isOutage ? (this.#outages.get(model) ?? 0) + 1 : 0;
    this.#outages.set(model, outages);
    if (isOutage && outages >= 6)
      this.#stopped.set(model, `left after ${outages} outages: ${generation.detail}`);
  }

  /** Why the model is not to be asked any more; null when it may be. */
  stopped(model: string): string | null {
    return this.#stopped.get(model) ?? null;
  }

  /** All models that are not asked any more, and whether the user's configuration is why. */
  stoppedModels(): ReadonlyMap<string, { readonly why: string; readonly isMisconfigured: boolean }> {
    const entries = [...this.#stopped].map(
      ([model, why]) => [model, { why, isMisconfigured: this.#faulty.has(model) }] as const,
    );
    return new Map(entries);
  }
}
