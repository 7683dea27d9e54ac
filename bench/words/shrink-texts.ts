import type { CutSpec, Part, PartKind } from '../../src/core/parts/part.ts';
import type { Random } from '../verdicts/random.ts';

/** What a part of a made-up text says. A test watches each rule. */
export type PlantedPart = {
  readonly part: Part;
  readonly place: 'rules' | 'list' | 'examples' | 'notes';
  /** The rule that it states; null = nothing depends on it. */
  readonly rule: number | null;
  /** It says the opposite of its rule; what stands later wins. */
  readonly isWrong: boolean;
  /** It says "should". */
  readonly isOptional: boolean;
};

/** A text in which it is known what every part is for. */
export type PlantedText = {
  readonly cut: CutSpec;
  readonly parts: readonly PlantedPart[];
  readonly rules: number;
};

/** How a made-up model reads: the parts that it takes notice of. */
export type Habit = {
  readonly name: string;
  readonly reads: (parts: readonly PlantedPart[]) => readonly PlantedPart[];
};

/** None of them is known to the product. Each reads every rule of a whole text. */
export const habits: readonly Habit[] = [
  { name: 'reads all', reads: (parts) => parts },
  { name: 'skips notes', reads: (parts) => parts.filter(({ place }) => place !== 'notes') },
  { name: 'takes should for optional', reads: (parts) => parts.filter(({ isOptional }) => !isOptional) },
  { name: 'loses items after the seventh', reads: (parts) => parts.filter((part) => !isLost(part, parts)) },
  { name: 'stops at the first example', reads: beforeExample },
];

function isLost(part: PlantedPart, parts: readonly PlantedPart[]): boolean {
  return part.place === 'list' && parts.filter(({ place }) => place === 'list').indexOf(part) >= 7;
}

function beforeExample(parts: readonly PlantedPart[]): readonly PlantedPart[] {
  const first = parts.findIndex(({ place }) => place === 'examples');
  return first === -1 ? parts : parts.slice(0, first);
}

/** The rules that a model misses in a text without these parts. */
export function missedRules(text: PlantedText, habit: Habit, lacks: ReadonlySet<string>): readonly number[] {
  const read = habit.reads(text.parts.filter(({ part }) => !lacks.has(part.id)));
  // Of two parts that contradict each other the later one wins.
  const last = new Map(
    read.flatMap(({ rule, isWrong }) => (rule === null ? [] : [[rule, isWrong] as const])),
  );
  return Array.from({ length: text.rules }, (_, rule) => rule).filter((rule) => last.get(rule) !== false);
}

type Planned = Omit<PlantedPart, 'part'> & { readonly kind: PartKind };

/** A text of this many parts: half of them rules, a third not needed, and rules that are stated twice or contradicted before. */
export function plantedText(size: number, random: Random): PlantedText {
  const dead = Math.round(0.35 * size);
  const copies = Math.max(1, Math.round(0.1 * size));
  const contradicted = Math.round(0.05 * size);
  const rules = size - dead - copies - contradicted;
  const pick = (from: number): number => Math.floor(random() * from);
  const stated = Array.from({ length: rules }, (_, rule) => aRule(rule, rule < 5 ? 'list' : 'rules', random));
  const wrong = Array.from({ length: contradicted }, () => ({
    ...aRule(5 + pick(Math.max(1, rules - 5)), 'rules' as const, random),
    isWrong: true,
  })).filter(({ rule }) => rule < rules);
  const again = Array.from({ length: copies }, () => ({
    ...aRule(pick(rules), random() < 0.5 ? ('notes' as const) : ('list' as const), random),
    isOptional: random() < 0.3,
  }));
  const idle = Array.from({ length: size - rules - wrong.length - copies }, () => aDead(random));
  const at = (place: Planned['place'], parts: readonly Planned[]): readonly Planned[] =>
    parts.filter((part) => part.place === place);
  // A copy in the list stands behind its first items, where one reader has lost it.
  const inOrder = [
    ...wrong,
    ...mixed([...at('rules', stated), ...at('rules', idle)], random),
    ...at('list', stated),
    ...mixed([...at('list', again), ...at('list', idle)], random),
    ...at('examples', idle),
    ...mixed([...at('notes', again), ...at('notes', idle)], random),
  ];
  return { ...cutOf(inOrder), rules };
}

function aRule(rule: number, place: Planned['place'], random: Random) {
  const kind: PartKind = random() < 0.8 ? 'requirement' : 'explanation';
  return { kind, place, rule, isWrong: false, isOptional: false };
}

function aDead(random: Random): Planned {
  const drawn = random();
  const common = { rule: null, isWrong: false, isOptional: false };
  if (drawn < 0.25) return { ...common, kind: 'example', place: 'examples' };
  const kind: PartKind = random() < 0.65 ? 'explanation' : 'requirement';
  return { ...common, kind, place: drawn < 0.5 ? 'notes' : drawn < 0.75 ? 'list' : 'rules' };
}

function mixed<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}

function cutOf(planned: readonly Planned[]): Pick<PlantedText, 'cut' | 'parts'> {
  const places = ['rules', 'list', 'examples', 'notes'] as const;
  const parts = planned.map(({ kind, ...rest }, index): PlantedPart => ({
    ...rest,
    part: aPart(`p${index}`, kind, index),
  }));
  const sections = places.map((place) => ({
    heading: aPart(place, 'heading', 0),
    own: parts.filter((each) => each.place === place).map(({ part }) => part),
  }));
  const all = sections.flatMap(({ heading, own }) => (own.length === 0 ? [] : [heading, ...own]));
  return {
    parts: places.flatMap((place) => parts.filter((each) => each.place === place)),
    cut: {
      texts: [{ path: 'SPEC.md', pieces: all }],
      parts: all,
      groups: sections.map(({ heading, own }) => ({
        title: heading.id,
        parts: [heading.id, ...own.map(({ id }) => id)],
      })),
    },
  };
}

function aPart(id: string, kind: PartKind, line: number): Part {
  return { id, file: 'SPEC.md', kind, lines: [line + 1, line + 1], present: `${id}\n`, absent: '' };
}
