import type { Part } from '../parts/part.ts';
import { isSame, outcomeOf, type Answer, type Subject } from './answer.ts';
import { chanceToHold } from './chance.ts';
import { lackedIds, removableParts, removalKey, type Shrinkable } from './removal.ts';
import { split } from './split.ts';

/** A search for parts that can go. */
export type Search = Shrinkable & { readonly subjects: readonly Subject[] };

/** What is known of shorter texts, by the key of the parts that they lack. */
export type Asked = ReadonlyMap<string, readonly Answer[]>;

/** A shorter text to ask about next, and on whom. */
export type Next = { readonly lacks: readonly string[]; readonly about: readonly Subject[] };

/** What a search has found so far. Parts are given by id. */
export type SoFar = {
  /** Without all of these together the text held; in the order in which they were found. */
  readonly gone: readonly string[];
  /** Each with the answers about the text that lacks it and all parts that were gone before it. */
  readonly needed: readonly Kept[];
  /** Nothing could be shown of these. */
  readonly open: readonly Kept[];
  /** Not reached yet. */
  readonly waiting: readonly string[];
  /** null = nothing is left to ask. */
  readonly next: Next | null;
};

/** A part that stays, with what its removal came to. */
export type Kept = { readonly id: string; readonly answers: readonly Answer[] };

// Below this chance to hold it is cheaper to ask about the halves: of two halves that both break, one question is saved.
const worthAsking = 0.35;

/**
 * Searches by group testing: a group without which the text holds goes at once, any other one is split until single parts
 * are left. Each text is compared with the original and lacks what is gone already, so that of two parts which say the
 * same at most one goes. A pure function of the answers, so that a search goes on from its records.
 */
export function searchSoFar(search: Search, asked: Asked): SoFar {
  const parts = removableParts(search);
  const found: Found = { gone: [], needed: [], open: [] };
  const queue: (readonly string[])[] = [parts.map(({ id }) => id)];
  for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
    const { next, pieces, isLater = false } = tryGroup(search, { group, parts, found, asked, queue });
    if (next !== null) return { ...found, waiting: [...group, ...queue.flat()], next };
    if (isLater) queue.push(group);
    queue.unshift(...pieces);
  }
  return { ...found, waiting: [], next: null };
}

type Found = { readonly gone: string[]; readonly needed: Kept[]; readonly open: Kept[] };

type Trying = {
  readonly group: readonly string[];
  readonly parts: readonly Part[];
  readonly found: Found;
  readonly asked: Asked;
  /** What comes after it. */
  readonly queue: readonly (readonly string[])[];
};

type Tried = {
  readonly next: Next | null;
  readonly pieces: readonly (readonly string[])[];
  /** It cannot go yet, and has to be tried again after all others. */
  readonly isLater?: boolean;
};

const settled: Tried = { next: null, pieces: [] };

// Adds to what is found, or says what has to be asked first.
function tryGroup(search: Search, trying: Trying): Tried {
  const { group, found } = trying;
  const wouldEmpty = !search.mayBeEmpty && found.gone.length + group.length === trying.parts.length;
  const [first, ...others] = group;
  if (first !== undefined && others.length === 0) return trySingle(search, { ...trying, first, wouldEmpty });
  const pieces = split(group, search.cut.groups);
  if (wouldEmpty || isKept(search, trying) || chanceToHold(group, trying) < worthAsking)
    return { next: null, pieces };
  const { outcome, next } = without(search, trying);
  if (outcome === 'held') found.gone.push(...group);
  return { next, pieces: outcome === 'held' || next !== null ? [] : pieces };
}

function trySingle(
  search: Search,
  trying: Trying & { readonly first: string; readonly wouldEmpty: boolean },
): Tried {
  const { first: id, found } = trying;
  if (isKept(search, trying) && isHolding(id, trying)) return { next: null, pieces: [], isLater: true };
  if (trying.wouldEmpty || isKept(search, trying)) return keep(found.open, { id, answers: [] });
  const { outcome, next, answers } = without(search, trying);
  if (next !== null) return { next, pieces: [] };
  if (outcome !== 'held') return keep(outcome === 'broken' ? found.needed : found.open, { id, answers });
  found.gone.push(id);
  return settled;
}

// Whether a group stays whatever is asked, because other parts cannot stand without it.
function isKept({ cut }: Search, { group, found }: Trying): boolean {
  return lackedIds(cut, [...found.gone, ...group]).length === lackedIds(cut, found.gone).length;
}

// Whether some of these parts are still to be tried.
function isHolding(id: string, { parts, queue }: Trying): boolean {
  const holds = parts.find((part) => part.id === id)?.holds ?? [];
  return queue.some((group) => group.some((each) => holds.includes(each)));
}

// What is known of the text that lacks a group and what is gone, or what to ask about it.
function without(search: Search, { group, found, asked }: Trying) {
  const lacks = lackedIds(search.cut, [...found.gone, ...group]);
  const answers = asked.get(removalKey(lacks)) ?? [];
  const outcome = outcomeOf(answers, search.subjects);
  const isSingle = group.length === 1;
  const about = whomToAsk(search.subjects, { answers, isSingle, asked });
  return { answers, outcome, next: outcome === 'waiting' ? { lacks, about } : null };
}

function keep(list: Kept[], part: Kept): Tried {
  list.push(part);
  return settled;
}

// Most groups that break do so on every model, so the one that broke most often is asked alone first. Of a single
// part it is worth knowing who needs it.
function whomToAsk(
  subjects: readonly Subject[],
  of: { readonly answers: readonly Answer[]; readonly isSingle: boolean; readonly asked: Asked },
): readonly Subject[] {
  const { answers, isSingle, asked } = of;
  const missing = subjects.filter((subject) => !answers.some((answer) => isSame(answer, subject)));
  if (isSingle || answers.length > 0) return missing;
  const breaks = (subject: Subject): number =>
    [...asked.values()].flat().filter((answer) => isSame(answer, subject) && answer.verdict === 'regressed')
      .length;
  return missing.toSorted((one, other) => breaks(other) - breaks(one)).slice(0, 1);
}
