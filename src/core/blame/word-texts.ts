import { armsOfVersions, type Arm } from '../plan/arm.ts';
import type { Question } from '../plan/question.ts';
import { cutChange } from '../parts/cut-change.ts';
import type { Part } from '../parts/part.ts';
import { versionWith } from '../parts/texts-with.ts';

/** Texts between those of a question's base and head, as arms of its model. All are tested in the head's tree. */
export type WordTexts = {
  /** The changed parts, in the order of the text. */
  readonly parts: readonly Part[];
  /** The text in which the parts at these places are as in the head, and the others as in the base. */
  readonly textWith: (has: (place: number) => boolean) => Arm;
};

/** Cuts the change of a question into its parts. */
export function wordTexts({ change, head }: Pick<Question, 'change' | 'head'>): WordTexts {
  const cut = cutChange(change);
  const places = new Map(cut.parts.map(({ id }, place) => [id, place] as const));
  const sides = [change.base, change.head].filter((version) => version !== null);
  const known = new Map<string, Arm>();
  const textWith: WordTexts['textWith'] = (has) => {
    const held = cut.parts.map((_, place) => (has(place) ? '1' : '0')).join('');
    const arm = known.get(held) ?? armOf((part) => has(places.get(part.id) ?? -1));
    known.set(held, arm);
    return arm;
  };
  // The sides are given too, so that the text has their nonce unless it contains it.
  const armOf = (has: (part: Part) => boolean): Arm => {
    const version = versionWith(head.version, cut, has);
    const arm = armsOfVersions(change.name, [...sides, version])(version, head.model);
    return { ...arm, version: head.version };
  };
  return { parts: cut.parts, textWith };
}
