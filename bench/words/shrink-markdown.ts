import { isRequirement } from '../../src/core/parts/part-kind.ts';
import { shuffled } from '../../src/core/statistics/seeded-random.ts';
import type { Random } from '../verdicts/random.ts';

/** Where a sentence stands. `items` are the first of the list. */
export type Place = 'rules' | 'table' | 'items' | 'list' | 'examples' | 'code' | 'notes';

/** A sentence of a made-up text. */
export type Sentence = {
  readonly place: Place;
  /** The rule that it is about; null = nothing depends on it. */
  readonly rule: number | null;
  /** `wrong` contradicts a rule that stands later; `copy` says the same as one; `dead` is about nothing. */
  readonly is: 'rule' | 'copy' | 'wrong' | 'dead';
  /** Without the full stop; no other sentence has the same. */
  readonly words: string;
};

/** What a text says of each rule at its last mention. */
export function statedIn(text: string): ReadonlyMap<number, 'right' | 'wrong'> {
  const mentions = text.matchAll(/`r(\d+)` (?:must have|should have|has) (\d) digits/g);
  return new Map(
    Array.from(mentions, ([, rule, digits]) => [Number(rule), digits === '3' ? 'right' : 'wrong'] as const),
  );
}

/** A spec of these sentences in Markdown, and the sentences in its order. */
export function markdownOf(
  sentences: readonly Sentence[],
  random: Random,
): { readonly text: string; readonly inOrder: readonly Sentence[] } {
  const at = (place: Place): readonly Sentence[] => sentences.filter((each) => each.place === place);
  const wrongFirst = (place: Place): readonly Sentence[] => {
    const all = at(place);
    return [
      ...all.filter(({ is }) => is === 'wrong'),
      ...mixed(
        all.filter(({ is }) => is !== 'wrong'),
        random,
      ),
    ];
  };
  const [rules, rows, notes] = [wrongFirst('rules'), wrongFirst('table'), mixed(at('notes'), random)];
  const list = [...at('items'), ...mixed(at('list'), random)];
  const sections = [
    ['## Rules', paragraphs(rules, random), rules],
    ['## Table', tableLines(rows), rows],
    ['## Units', listLines(list, random), list],
    ['## Examples', at('examples').flatMap(({ words }) => [`${words}.`, '']), at('examples')],
    ['### Code', at('code').flatMap(({ words }) => ['```js', words, '```', '']), at('code')],
    ['## Notes', paragraphs(notes, random), notes],
  ] as const;
  const written = sections.filter(([, , own]) => own.length > 0);
  return {
    text: ['# Amounts', '', ...written.flatMap(([heading, lines]) => [heading, '', ...lines])].join('\n'),
    inOrder: written.flatMap(([, , own]) => own),
  };
}

function mixed(sentences: readonly Sentence[], random: Random): readonly Sentence[] {
  return shuffled(sentences.length, random).flatMap((index) => sentences[index] ?? []);
}

/** Paragraphs of one or more sentences, each sentence on a line of its own. */
function paragraphs(sentences: readonly Sentence[], random: Random): readonly string[] {
  return sentences.flatMap(({ words }, index) => {
    const before = sentences[index - 1]?.words;
    // Two sentences without a requirement would be one part.
    const isApart = before === undefined || !(isRequirement(before) || isRequirement(words));
    const begins = index > 0 && (isApart || random() < 0.5);
    return [...(begins ? [''] : []), `${words}.`, ...(index === sentences.length - 1 ? [''] : [])];
  });
}

function tableLines(sentences: readonly Sentence[]): readonly string[] {
  const rows = sentences.map(({ words }) => `| ${words} |`);
  return ['| what holds |', '|---|', ...rows, ''];
}

/** A list in which an idle item may have some of those after it below itself. */
function listLines(sentences: readonly Sentence[], random: Random): readonly string[] {
  let below = 0;
  const lines = sentences.map(({ words, is }, index) => {
    const isInner = below > 0;
    below = isInner ? below - 1 : 0;
    if (!isInner && is === 'dead' && index < sentences.length - 1 && random() < 0.3)
      below = 1 + Math.floor(random() * 2);
    return `${isInner ? '  ' : ''}- ${words}.`;
  });
  return [...lines, ''];
}
