import highlighter from 'highlight.js/lib/core';
import { languages } from './highlight-languages.ts';
import { h, markup } from './element.ts';
import type { Content } from './element.ts';

/** A file's text with coloured syntax if its language is known and it is short enough; otherwise plain. */
export function highlighted(path: string, text: string): Content {
  const language = languageOf(path);
  // Models write this text, so even one that keeps the grammar busy on purpose must end soon.
  if (language === null || text.length > 24_000) return h('code', {}, text);
  setUp(language);
  const { value } = highlighter.highlight(text, { language, ignoreIllegals: true });
  return isOnlySpans(value) ? markup('code', {}, value) : h('code', {}, text);
}

/** The language that a file's name says; null = none that can be coloured. */
export function languageOf(path: string): string | null {
  const extension = /\.([A-Za-z0-9]{1,12})$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? null : (names.get(extension) ?? null);
}

const names = new Map(
  Object.entries(languages).flatMap(([name, { aliases }]) => [name, ...aliases].map((each) => [each, name])),
);

// To set up all of them takes longer than to colour what a small check wrote.
function setUp(name: string): void {
  const language = languages[name];
  if (language === undefined || highlighter.getLanguage(name) !== undefined) return;
  highlighter.registerLanguage(name, language.grammar);
  for (const inner of language.holds) setUp(inner);
}

// The library escapes. If it ever fails to, the text is shown without colours.
function isOnlySpans(html: string): boolean {
  return !/[<>]/.test(html.replaceAll(/<span class="[\w -]+">|<\/span>/g, ''));
}
