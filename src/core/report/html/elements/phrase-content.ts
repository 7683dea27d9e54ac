import type { PhrasingContent } from 'mdast';
import { plainText } from '../../words/escape.ts';
import type { Phrases } from '../../words/phrases.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';

/** Phrases of the comment as content of the page, so that both use the same words. */
export function phraseContent(phrases: Phrases): Content[] {
  return phrases.map((phrase) => contentOf(phrase));
}

/** The same without the icon at the beginning of a comment's line: the page has its own icons. */
export function withoutIcon(phrases: Phrases): Content[] {
  const [first, ...rest] = phrases;
  if (first?.type !== 'text') return phraseContent(phrases);
  const value = first.value.replace(/^(?:❌|🟠|⚪|✅|🔴)\s*/u, '');
  const next = value === '' ? trimmed(rest) : [{ ...first, value }, ...rest];
  return phraseContent(next);
}

function trimmed([first, ...rest]: Phrases): Phrases {
  if (first === undefined) return [];
  return first.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : [first, ...rest];
}

function contentOf(phrase: PhrasingContent): Content {
  if (phrase.type === 'inlineCode') return h('code', {}, plainText(phrase.value, 400));
  if (phrase.type === 'strong') return h('strong', {}, ...phraseContent(phrase.children));
  if (phrase.type === 'break') return h('br', {});
  // A page opened from disk must request nothing, so links and everything else are shown as their words.
  if ('children' in phrase) return phraseContent(phrase.children);
  return 'value' in phrase ? phrase.value : '';
}
