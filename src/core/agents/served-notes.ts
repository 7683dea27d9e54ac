/** What is asked of a measured sample. */
type Sample = {
  readonly arm: { readonly model: { readonly id: string } };
  readonly role: 'base' | 'head';
  readonly generation: { readonly servedInTurns: readonly string[] } | null;
};

/**
 * Of each model with an agent, whether its vendor served several models to one sample, or others to one side than to the
 * other: then more than the text may be behind a difference. One sentence each.
 */
export function servedNotes(cells: readonly Sample[]): string[] {
  const models = new Map<string, Served[]>();
  for (const { arm, role, generation } of cells) {
    const names = generation?.servedInTurns ?? [];
    if (names.length === 0) continue;
    const samples = models.get(arm.model.id) ?? [];
    models.set(arm.model.id, samples);
    samples.push({ role, names });
  }
  return [...models].flatMap(([model, samples]) => [
    ...severalNote(model, samples),
    ...sidesNote(model, samples),
  ]);
}

type Served = Pick<Sample, 'role'> & { readonly names: readonly string[] };

function severalNote(model: string, samples: readonly Served[]): string[] {
  const several = samples.filter(({ names }) => names.length > 1);
  if (several.length === 0) return [];
  return [
    `${model} was served by several models within ${several.length} of ${samples.length} samples: ${listed(namesIn(several))}.`,
  ];
}

function sidesNote(model: string, samples: readonly Served[]): string[] {
  const base = namesIn(samples.filter(({ role }) => role === 'base'));
  const head = namesIn(samples.filter(({ role }) => role === 'head'));
  const isSame = JSON.stringify(base) === JSON.stringify(head);
  if (isSame || base.length === 0 || head.length === 0) return [];
  return [
    `${model} was served by ${listed(base)} on the base and by ${listed(head)} on the head, so the vendor may be behind a difference.`,
  ];
}

function namesIn(samples: readonly Served[]): readonly string[] {
  return [...new Set(samples.flatMap(({ names }) => names))].toSorted();
}

// The names are the vendor's own words.
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => name.slice(0, 80))
    .join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
