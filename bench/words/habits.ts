/** What a made-up model does with a text. Nothing of it is known to the product. */
export type Reader = {
  readonly name: string;
  /** The lines that the model takes in. */
  readonly takesIn: (lines: readonly string[]) => readonly string[];
  /** Whether paragraphs with examples may stand before what it has to know. */
  readonly bearsExamples: boolean;
};

/** A reader with a change that makes it fail. */
export type Habit = Reader & {
  /** Lines of the base and of the head around the rule, cut at unchanged lines. */
  readonly scene: Scene;
};

/** The same stretches of the text on both sides; each entry is put somewhere else into the text. */
export type Scene = readonly { readonly base: readonly string[]; readonly head: readonly string[] }[];

/** Whether a model with this habit knows the rule: the last line on rounding that it takes in is the right one. */
export function knowsRule({ takesIn }: Reader, text: string): boolean {
  const rules = takesIn(text.split('\n')).filter((line) => /\b(?:halves|half)\b/i.test(line));
  return rules.at(-1)?.includes('nearest minute') === true;
}

const rule = 'Halves must be rounded to the nearest minute.';
const example = 'For example, `90 s` is two minutes.';
const other = 'Halves must be rounded down to whole minutes.';
const items = ['weeks', 'days', 'hours', 'seconds', 'years', 'months'].map(
  (unit) => `- The unit ${unit} is read.`,
);
const itemRule = '- Halves must be rounded to the nearest minute.';

function changed(base: readonly string[], head: readonly string[]): Scene[number] {
  return { base: [...base, ''], head: [...head, ''] };
}

const skipsNotes: Reader = {
  name: 'skips what stands under "Notes"',
  bearsExamples: true,
  takesIn: (lines) => {
    let depth = 0;
    return lines.filter((line) => {
      const marks = /^#+(?= )/.exec(line)?.[0].length ?? 0;
      if (marks > 0 && depth > 0 && marks <= depth) depth = 0;
      if (/^#+ Notes$/.test(line)) depth = marks;
      return depth === 0;
    });
  },
};

const takesLast: Reader = {
  name: 'takes the last of two contradicting rules',
  bearsExamples: true,
  takesIn: (lines) => lines,
};

const readsShould: Reader = {
  name: 'reads "should" as optional',
  bearsExamples: true,
  takesIn: (lines) => lines.filter((line) => !/\bshould\b/.test(line)),
};

const losesItems: Reader = {
  name: 'loses items after the seventh of a list',
  bearsExamples: true,
  takesIn: (lines) => {
    let items = 0;
    return lines.filter((line) => {
      items = /^\s*- /.test(line) ? items + 1 : 0;
      return items <= 7;
    });
  },
};

const readsTables: Reader = {
  name: 'reads only tables',
  bearsExamples: true,
  takesIn: (lines) => lines.filter((line) => line.startsWith('|')),
};

const stopsAtExample: Reader = {
  name: 'reads only the text before the first example',
  bearsExamples: false,
  takesIn: (lines) => {
    const first = lines.findIndex((line) => line.startsWith('For example'));
    return first < 0 ? lines : lines.slice(0, first);
  },
};

/** All of them, for the search and for shorter texts. Of two rules that contradict each other each takes the last. */
export const readers: readonly Reader[] = [
  skipsNotes,
  takesLast,
  readsShould,
  losesItems,
  readsTables,
  stopsAtExample,
];

const table = ['| amount | becomes |', '|---|---|', '| hours | minutes |'];

/** Each habit with a change of which one part makes the model fail. */
export const oneCause: readonly Habit[] = [
  { ...skipsNotes, scene: [changed(['Rounding:', '', rule], ['Rounding:', '', '### Notes', '', rule])] },
  { ...takesLast, scene: [changed([rule, '', 'So much for that.'], [rule, '', 'So much for that.', other])] },
  { ...readsShould, scene: [changed([rule], [rule.replace('must', 'should')])] },
  {
    ...losesItems,
    scene: [changed([...items, itemRule], ['- The unit ticks is read.', ...items, itemRule])],
  },
  {
    ...readsTables,
    scene: [changed([...table, '| halves | the nearest minute |'], [...table, rule])],
  },
  { ...stopsAtExample, scene: [changed(['Rounding:', '', rule], ['Rounding:', '', example, '', rule])] },
];

const [first, second] = [items.slice(0, 2), items.slice(2, 5)];

/** Changes of which only two parts together make the model fail. */
export const twoNeeded: readonly Habit[] = [
  {
    ...losesItems,
    scene: [
      changed(
        [...first, ...second, itemRule],
        [...first, '- The unit ticks is read.', ...second, '- The unit jiffies is read.', itemRule],
      ),
    ],
  },
  {
    ...readsShould,
    scene: [
      changed([rule], [rule.replace('must', 'should')]),
      changed([`In short: ${rule}`], [`In short: ${rule.replace('must', 'should')}`]),
    ],
  },
];

/** Changes of which each of two parts suffices to make the model fail. */
export const eachEnough: readonly Habit[] = [
  {
    ...takesLast,
    scene: [
      changed([rule, '', 'So much for that.'], [rule, '', 'So much for that.', other]),
      changed(['That is all.'], ['That is all.', other]),
    ],
  },
  {
    ...stopsAtExample,
    scene: [
      changed(
        ['Rounding:', '', 'It is simple.', '', rule],
        ['Rounding:', '', example, '', 'It is simple.', '', example.replace('90', '150'), '', rule],
      ),
    ],
  },
];
