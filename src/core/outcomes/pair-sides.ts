import type { Collected, CollectedQuestion, FoundSample, FoundSides } from './collected.ts';
import { outcomesError } from './refuse-outcomes.ts';

/** Puts the samples of both sides together: one question for each item on each model that both sides have. */
export function pairSides({ base, head }: FoundSides): Collected {
  refuseTwice([...base, ...head]);
  const names = uniqueNames([...base, ...head]);
  const before = grouped(base);
  const after = grouped(head);
  const questions: CollectedQuestion[] = [...after].flatMap(([id, samples]) => {
    const others = before.get(id);
    const [first] = samples;
    if (others === undefined || first === undefined) return [];
    const item = names.get(first.key) ?? first.item;
    return [{ item, model: first.model, base: others.map(judged), head: samples.map(judged) }];
  });
  const notes = [
    ...onlyOn('base', before, after),
    ...onlyOn('head', after, before),
    ...emptyAnswers({ base, head }),
  ];
  return { questions, notes };
}

function judged({ outcome, said }: FoundSample): Pick<FoundSample, 'outcome' | 'said'> {
  return { outcome, said };
}

// Copies are no samples: they would make chance look like certainty.
function refuseTwice(samples: readonly FoundSample[]): void {
  const seen = new Set<string>();
  for (const { id } of samples) {
    if (id === null) continue;
    if (seen.has(id))
      throw outcomesError(
        'OUTCOMES_NOT_COMPARABLE',
        `the sample \`${id.slice(0, 80)}\` stands in the files twice.`,
        'Give each file once, and no log together with the one that continued it.',
      );
    seen.add(id);
  }
}

function grouped(samples: readonly FoundSample[]): ReadonlyMap<string, readonly FoundSample[]> {
  const groups = new Map<string, FoundSample[]>();
  for (const each of samples) {
    const id = JSON.stringify([each.key, each.model]);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push(each);
  }
  return groups;
}

// Reports know an item by its name, so two items need two.
function uniqueNames(samples: readonly FoundSample[]): ReadonlyMap<string, string> {
  const short = new Map(
    samples.map(({ key, item }) => [key, item.slice(0, longestName).trim() || '(unnamed)']),
  );
  const counts = new Map<string, number>();
  for (const name of short.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...short].map(([key, name]) => [key, counts.get(name) === 1 ? name : `${name} (${key.slice(0, 8)})`]),
  );
}

const longestName = 120;

function onlyOn(
  side: 'base' | 'head',
  own: ReadonlyMap<string, readonly FoundSample[]>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  const alone = [...own].filter(([id]) => !other.has(id)).flatMap(([, [first]]) => first ?? []);
  const [first] = alone;
  if (first === undefined) return [];
  const more = alone.length === 1 ? '' : ` and ${alone.length - 1} more`;
  return [
    `Only on the ${side}, so not compared: ${first.item.slice(0, longestName)} on ${first.model}${more}.`,
  ];
}

function emptyAnswers(sides: FoundSides): readonly string[] {
  const counts = { base: 0, head: 0 };
  for (const side of ['base', 'head'] as const)
    counts[side] = sides[side].filter(({ isEmptyFailure }) => isEmptyFailure).length;
  if (counts.base + counts.head === 0) return [];
  return [
    `Empty answers count as failed: ${counts.base} on the base, ${counts.head} on the head. If they were calls that failed, collect them again: nobody recorded an error.`,
  ];
}
