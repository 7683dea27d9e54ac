import { renderToString } from 'preact-render-to-string';
import { sourceHash } from '../../plan/digest.ts';
import { plainText } from '../escape.ts';
import { browserScript } from './browser-script.ts';
import { fragment, h, markup } from './element.ts';
import type { Content } from './element.ts';
import { iconSheet } from './icons.ts';
import { style } from './style.ts';

/** One file of the report: its path below the report folder, and its text. */
export type Page = { readonly path: string; readonly html: string };

/** A whole document around finished parts; it asks for nothing and lets nothing but its own style and script act. */
export function pageOf(of: { readonly title: string; readonly parts: readonly string[] }): string {
  const head = render(
    fragment(
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', {}, plainText(of.title, 120)),
      markup('style', {}, style),
    ),
  );
  // Parts are joined as text: a report of thousands of generations is never one tree.
  const body = [render(iconSheet()), ...of.parts, render(markup('script', {}, browserScript))];
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body>${body.join('\n')}</body></html>\n`;
}

/** Content as text of a page. */
export function render(content: Content): string {
  return renderToString(fragment(content));
}

const policy = [
  "default-src 'none'",
  `style-src '${sourceHash(style)}'`,
  `script-src '${sourceHash(browserScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
