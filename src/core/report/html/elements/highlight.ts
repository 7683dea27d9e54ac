import highlighter from 'highlight.js/lib/common';
import { h, markup } from './element.ts';
import type { Content } from './element.ts';

/** A file's text with coloured syntax if its language is known and it is short enough; otherwise plain. */
export function highlighted(path: string, text: string): Content {
  const language = languageOf(path);
  // Models write this text, so even one that keeps the grammar busy on purpose must end soon.
  if (language === null || text.length > 24_000) return h('code', {}, text);
  const { value } = highlighter.highlight(text, { language, ignoreIllegals: true });
  return isOnlySpans(value) ? markup('code', {}, value) : h('code', {}, text);
}

function languageOf(path: string): string | null {
  const extension = /\.([A-Za-z0-9]{1,12})$/.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined) return null;
  const name = { mjs: 'javascript', cjs: 'javascript', mts: 'typescript', cts: 'typescript' }[extension];
  return name ?? (highlighter.getLanguage(extension) === undefined ? null : extension);
}

// The library escapes. If it ever fails to, the text is shown without colours.
function isOnlySpans(html: string): boolean {
  return !/[<>]/.test(html.replaceAll(/<span class="[\w -]+">|<\/span>/g, ''));
}
