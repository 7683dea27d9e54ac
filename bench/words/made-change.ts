import { cutChange } from '../../src/core/parts/cut-change.ts';
import type { CutSpec } from '../../src/core/parts/part.ts';
import { textsWith } from '../../src/core/parts/texts-with.ts';
import { hunksBetween } from '../../src/core/specs/hunks.ts';
import { shuffled } from '../../src/core/statistics/seeded-random.ts';
import { aChange, aVersion } from '../../src/testing/builders/a-question.ts';
import { knowsRule, type Habit } from './habits.ts';

/** A change of a text, cut into parts, and whether the model still knows the rule with some of them. */
export type MadeChange = {
  readonly cut: CutSpec;
  readonly knows: (has: (part: number) => boolean) => boolean;
  /** Place of the first part with which the texts up to it make the model fail. */
  readonly cause: number;
};

/** A text with as many changed parts, the scene of the habit at random places among others that change nothing. */
export function madeChange(habit: Habit, parts: number, random: () => number): MadeChange {
  const sceneParts = cutOf(habit.scene).parts.length;
  const others = Array.from({ length: parts - sceneParts }, (_, index) => otherSection(habit, index, random));
  const places = shuffled(others.length + 1, random)
    .slice(0, habit.scene.length)
    .toSorted((one, next) => one - next);
  const sections = [...others];
  for (const [index, place] of places.entries()) {
    const stretch = habit.scene[index];
    if (stretch !== undefined) sections.splice(place + index, 0, stretch);
  }
  const cut = cutOf(sections);
  if (cut.parts.length !== parts) throw new Error(`The text has ${cut.parts.length} parts, not ${parts}.`);
  const indexOf = new Map(cut.parts.map(({ id }, index) => [id, index]));
  const knows: MadeChange['knows'] = (has) =>
    knowsRule(habit, textsWith(cut, ({ id }) => has(indexOf.get(id) ?? -1))[0]?.text ?? '');
  const cause = cut.parts.findIndex((_, part) => !knows((index) => index <= part));
  if (cause < 0 || !knows(() => false)) throw new Error(`The change does not break "${habit.name}".`);
  return { cut, knows, cause };
}

type Section = Habit['scene'][number];

function cutOf(sections: readonly Section[]): CutSpec {
  const sideOf = (side: 'base' | 'head') => [
    {
      path: 'SPEC.md',
      text: sections.flatMap((section, at) => [`## Part ${at}`, '', ...section[side]]).join('\n'),
    },
  ];
  const [base, head] = [sideOf('base'), sideOf('head')];
  return cutChange(
    aChange({
      base: aVersion('base', { files: base }),
      head: aVersion('head', { files: head }),
      hunks: hunksBetween(base, head, new Map()),
    }),
  );
}

/** A paragraph whose change says nothing about the rule. */
function otherSection({ bearsExamples }: Habit, index: number, random: () => number): Section {
  const kinds = otherLines.filter((line) => bearsExamples || !line.startsWith('For example'));
  const line = kinds[Math.floor(random() * kinds.length)] ?? '';
  const lineAt = (value: number): readonly string[] => [line.replace('N', `${index + value}`), ''];
  return { base: lineAt(2), head: lineAt(3) };
}

const otherLines = [
  'A name must have at most N letters.',
  'A report must hold N columns.',
  'An input of more than N lines must be refused.',
  'Reading a file takes at most N seconds.',
  'For example, `a N` is read as a pair.',
  'Long reports are easier to read in N columns.',
  'This section was revised N times.',
];
