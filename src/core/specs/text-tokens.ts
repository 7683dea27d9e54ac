/** A piece of a paragraph: prose, or text that must not be changed (code, an address, HTML). */
export type Run = { readonly kind: 'prose' | 'verbatim'; readonly text: string };

/**
 * The sentences of a paragraph as tokens: words in lower case, numbers with sign and unit sign, signs that mean
 * something, and verbatim runs. Spaces, punctuation, case and the form of quotes and dashes are removed.
 */
export function tokensOf(runs: readonly Run[]): readonly (readonly string[])[] {
  const sentences: string[][] = [[]];
  const tokens = joined(runs).flatMap((run) =>
    run.kind === 'verbatim' ? [run.text] : proseTokens(run.text),
  );
  for (const token of tokens) {
    if (token === sentenceEnd) sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

// Emphasis splits prose into pieces, sometimes within a word.
function joined(runs: readonly Run[]): readonly Run[] {
  const pieces: Run[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    if (run.kind !== 'prose' || last?.kind !== 'prose') pieces.push(run);
    else pieces[pieces.length - 1] = { kind: 'prose', text: last.text + run.text };
  }
  return pieces;
}

const sentenceEnd = '\n';

function proseTokens(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[‘’‛′]/g, "'")
    .replaceAll(/[“”„‟«»″]/g, '"')
    .replaceAll('…', '...')
    .replaceAll(/[\u2010\u2011\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ');
  return [...plain.matchAll(pattern)].flatMap(({ groups = {} }) => tokenOf(groups));
}

// Tried in this order at each position; what none of them matches (spaces) is dropped.
const pattern = new RegExp(
  [
    // A quoted sign or word is meant to the letter.
    String.raw`(?<quoted>"[^"\s]{1,40}"|(?<![\p{L}\p{N}])'[^'\s]{1,40}'(?![\p{L}\p{N}]))`,
    // A range, a sign before a number, an option of a command.
    String.raw`(?<dash>(?<=\p{N} ?)[-–—](?= ?\p{N})|[-–—](?=\p{N})|(?<=^|[ (])--?(?=\p{L}))`,
    // A number, and the unit that follows it: Mb is not MB.
    String.raw`(?<number>\p{N}+(?:[.,:/]\p{N}+)*)(?: ?(?<unit>\p{L}{1,3})(?![\p{L}\p{N}_]))?`,
    String.raw`(?<word>[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*)`,
    // A dot inside a name, an operator, a sign on its own.
    String.raw`(?<kept>(?<=[\p{L}\p{N}_])[.:](?=[\p{L}\p{N}_])|(?!--+(?: |$))[<>=!+*/%&|^~:-]{2,}|(?<=^| )[.,;:!?'"()](?= |$))`,
    String.raw`(?<end>[.!?]+["')]*(?= |$))`,
    String.raw`(?<sign>[^\s])`,
  ].join('|'),
  'gu',
);

function tokenOf(groups: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { quoted, dash, number, unit, word, kept, end, sign } = groups;
  if (quoted !== undefined) return [`"${quoted.slice(1, -1)}"`];
  if (dash !== undefined) return ['-'.repeat(dash.length)];
  if (number !== undefined) return unit === undefined ? [number] : [number, unit];
  if (word !== undefined) return wordTokens(word);
  if (end !== undefined) return [sentenceEnd];
  if (kept !== undefined) return [kept];
  return sign === undefined || softSigns.has(sign) ? [] : [sign];
}

// Signs that only structure a sentence; all others (< = + * / % $ [ …) may be what a rule is about.
const softSigns = new Set(Array.from(`.,;:!?'"()–—-•·`));

function wordTokens(word: string): readonly string[] {
  // A name such as maxSize is not the word maxsize.
  if (/\p{Ll}\p{Lu}/u.test(word)) return [word];
  const lower = word.toLowerCase();
  if (lower === 'cannot') return ['can', 'not'];
  const spelled = contractions.get(lower);
  if (spelled !== undefined) return spelled;
  // RFC 2119 gives both words the same meaning.
  return lower === 'shall' ? ['must'] : [lower];
}

const contractions = new Map(
  [
    "can't can not",
    "won't will not",
    "don't do not",
    "doesn't does not",
    "didn't did not",
    "isn't is not",
    "aren't are not",
    "mustn't must not",
    "shouldn't should not",
    "shan't must not",
    "it's it is",
    "that's that is",
  ].map((line) => {
    const [short = '', ...words] = line.split(' ');
    return [short, words] as const;
  }),
);
