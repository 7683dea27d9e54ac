import { commandFree, plainText } from './escape.ts';
import type { Phrases } from './phrases.ts';

/** A name from outside (spec, model, test, path) as a code span, where GitHub resolves no mention and no reference. */
export function code(text: string, max = 100): Phrases {
  // Parsers disagree whether a pipe after a backslash ends a table cell.
  const value = commandFree(plainText(text, max)).replaceAll(/(?<=\\)\|/g, '¦');
  return [{ type: 'inlineCode', value: value === '' ? '(empty)' : value }];
}

/** A sentence from outside: plain words stay words, everything GitHub might act on becomes a code span. */
export function prose(text: string, max = 400): Phrases {
  const phrases = plainText(text, max)
    .split(/`([^`]+)`/)
    .flatMap((part, index) => (index % 2 === 1 ? code(part, max) : proseWords(part)));
  return apart(phrases);
}

/** Two code spans side by side would be read as one, with the rest of the line out of its code. */
function apart(phrases: Phrases): Phrases {
  return phrases.flatMap((phrase, index) => {
    const follows = phrase.type === 'inlineCode' && phrases[index - 1]?.type === 'inlineCode';
    return follows ? [{ type: 'text' as const, value: ' ' }, phrase] : [phrase];
  });
}

function proseWords(part: string): Phrases {
  return part
    .split(/( )/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      word === ' ' || isPlainWord(word) ? [{ type: 'text' as const, value: word }] : codeWord(word),
    );
}

/** The stop or comma that follows a path in a sentence is not part of it. */
function codeWord(word: string): Phrases {
  const [, name = word, mark = ''] = /^(.*[\p{L}\p{N}])([.,])$/u.exec(word) ?? [];
  const span = code(name, name.length);
  return mark === '' ? span : [...span, { type: 'text' as const, value: mark }];
}

/** Not plain: mentions, references (#1, GH-1, shas), addresses, entities, emoji names, Markdown and HTML. */
function isPlainWord(word: string): boolean {
  const plain =
    /^[("“‘]*(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,6}(?:[.,/]\d{1,6})?%?|[–—×-])(?:[)"”’,.;:!?…]+|['’])?$/u;
  // A mark alone is what is left behind a code span.
  return /^[,.;!?)]$/.test(word) || (plain.test(word) && !/[0-9a-f]{7}/i.test(word));
}
