import type { Model } from '../core/plan/settings.ts';
import type { AskLifecycle } from '../ports/lifecycle.ts';

/** One plain sentence per model that its vendor says is going away. */
export async function endNotes(
  models: readonly Model[],
  of: { readonly lifecycleOf: AskLifecycle; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const ends = await Promise.all(
    models.map(async (model) => ({ model, life: await of.lifecycleOf(model, of.signal) })),
  );
  return ends.flatMap(({ model, life }) =>
    life.kind === 'unknown'
      ? []
      : [
          `The vendor of ${model.id} says that it is ${life.why}${life.on === null ? '' : `, and ends it on ${life.on}`}.`,
        ],
  );
}
