import { cutClauses } from '../../src/core/parts/cut-clauses.ts';
import type { CutSpec, Part } from '../../src/core/parts/part.ts';
import { textsWith } from '../../src/core/parts/texts-with.ts';
import { removableParts } from '../../src/core/shrink/removal.ts';
import { aVersion } from '../../src/testing/builders/a-question.ts';
import type { Random } from '../verdicts/random.ts';
import type { Reader } from './habits.ts';
import { markdownOf, statedIn, type Place, type Sentence } from './shrink-markdown.ts';

/** A made-up text in which it is known what every part is for. A test watches each rule. */
export type PlantedText = {
  readonly cut: CutSpec;
  /** What can go, in the order of the text. */
  readonly parts: readonly PlantedPart[];
  readonly rules: number;
};

/** A part with what it says. */
export type PlantedPart = { readonly part: Part; readonly sentence: Sentence };

/** The Markdown without these parts. */
export function textWithout({ cut }: PlantedText, lacks: ReadonlySet<string>): string {
  return textsWith(cut, ({ id }) => !lacks.has(id))[0]?.text ?? '';
}

/** The rules that a model misses in a text. What stands later wins. */
export function missedRules({ rules }: PlantedText, { takesIn }: Reader, text: string): readonly number[] {
  const stated = statedIn(takesIn(text.split('\n')).join('\n'));
  return Array.from({ length: rules }, (_, rule) => rule).filter((rule) => stated.get(rule) !== 'right');
}

/**
 * A text of this many parts, as the product cuts it: half of them rules, a third not needed, the others state a rule for a
 * second time or contradict one beforehand. In one text of two all rules are rows of a table.
 */
export function plantedText(size: number, random: Random): PlantedText {
  const isTable = random() < 0.5;
  const sentences = plantedSentences(size, isTable, random);
  const { text, inOrder } = markdownOf(sentences, random);
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text }] }));
  const parts = removableParts({ cut, files: ['SPEC.md'], mayBeEmpty: false });
  const planted = parts.flatMap((part, index): readonly PlantedPart[] => {
    const sentence = inOrder[index];
    return sentence !== undefined && part.present.includes(sentence.words) ? [{ part, sentence }] : [];
  });
  if (planted.length !== size || parts.length !== size)
    throw new Error(`The text has ${parts.length} parts, of which ${planted.length} are known, not ${size}.`);
  return { cut, parts: planted, rules: numbersOfRules(size).rules };
}

function numbersOfRules(size: number) {
  const dead = Math.round(0.35 * size);
  const copies = Math.max(1, Math.round(0.1 * size));
  const wrong = Math.round(0.05 * size);
  return { copies, wrong, rules: size - dead - copies - wrong };
}

function plantedSentences(size: number, isTable: boolean, random: Random): readonly Sentence[] {
  const { rules, copies, wrong } = numbersOfRules(size);
  const pick = (from: number): number => Math.floor(random() * from);
  const own: Place = isTable ? 'table' : 'rules';
  // The first seven items of a list are read by everyone.
  const placeOf = (rule: number): Place => (!isTable && rule < 5 ? 'items' : own);
  const verb = (): string => (random() < 0.8 ? 'must have' : 'has');
  const name = (rule: number): string => `The amount \`r${rule}\``;
  const numbered = counter();
  const stated = Array.from({ length: rules }, (_, rule): Sentence => ({
    ...{ place: placeOf(rule), rule, is: 'rule', words: `${name(rule)} ${verb()} 3 digits` },
  }));
  const again = Array.from({ length: copies }, (): Sentence => {
    const [rule, said] = [pick(rules), random() < 0.3 ? 'should have' : verb()];
    const words = `${name(rule)} ${said} 3 digits, as in form ${numbered()}`;
    return { place: random() < 0.5 ? 'notes' : 'list', rule, is: 'copy', words };
  });
  const contradicted = Array.from({ length: wrong }, (): Sentence => {
    // One that is not among the first items, before which nothing stands.
    const rule = Math.min(rules - 1, 5 + pick(Math.max(1, rules - 5)));
    return { place: own, rule, is: 'wrong', words: `${name(rule)} ${verb()} 4 digits in form ${numbered()}` };
  });
  const idle = Array.from({ length: size - rules - copies - wrong }, () =>
    idleSentence(own, numbered, random),
  );
  return [...contradicted, ...stated, ...again, ...idle];
}

function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

function idleSentence(own: Place, numbered: () => number, random: Random): Sentence {
  const [drawn, number] = [random(), numbered()];
  const is = { rule: null, is: 'dead' } as const;
  if (drawn < 0.15) return { ...is, place: 'examples', words: `For example, ${number} is short` };
  if (drawn < 0.25) return { ...is, place: 'code', words: `write(${number})` };
  const place: Place = drawn < 0.5 ? 'notes' : drawn < 0.75 ? 'list' : own;
  const words =
    random() < 0.65 ? `Form ${number} is old and short` : `A name must have at most ${number} letters`;
  return { ...is, place, words };
}
