import { commandFree, plainText } from './escape.ts';
import type { Phrases } from './phrases.ts';

/**
 * A name from outside (spec, model, test, path) as a code span, in which GitHub resolves no mention and no reference.
 */
export function code(text: string, max = 100): Phrases {
  // Parsers disagree whether a pipe after a backslash ends a table cell.
  const value = commandFree(plainText(text, max)).replaceAll(/(?<=\\)\|/g, '¦');
  return [{ type: 'inlineCode', value: value === '' ? '(empty)' : value }];
}

/** A sentence from outside: plain words stay words, everything that GitHub might act on becomes a code span. */
export function prose(text: string, max = 400): Phrases {
  const phrases = plainText(text, max)
    .split(/`([^`]+)`/)
    .flatMap((part, index) => (index % 2 === 1 ? code(part, max) : proseWords(part)));
  return apart(phrases);
}

/** Two adjacent code spans would be read as one, and the rest of the line would be outside of its code. */
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

/** A full stop or comma after a path in a sentence is not part of the path. */
function codeWord(word: string): Phrases {
  const [, name = word, mark = ''] = /^(.*[\p{L}\p{N}])([.,])$/u.exec(word) ?? [];
  const span = code(name, name.length);
  return mark === '' ? span : [...span, { type: 'text' as const, value: mark }];
}

/** Not plain: mentions, references (#1, GH-1, shas), addresses, entities, emoji names, Markdown and HTML. */
function isPlainWord(word: string): boolean {
  const plain =
    /^[("“‘]*(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,6}(?:[.,/]\d{1,6})?%?|[–—×+-])(?:[)"”’,.;:!?…]+|['’])?$/u;
  // A single punctuation mark is what remains after a code span.
  return /^[,.;!?)]$/.test(word) || (plain.test(word) && !/[0-9a-f]{7}/i.test(word));
}
