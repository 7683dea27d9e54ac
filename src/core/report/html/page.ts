import { renderToString } from 'preact-render-to-string';
import { sourceHash } from '../../digest.ts';
import { plainText } from '../words/escape.ts';
import { browserScript } from './assets/browser-script.ts';
import { fragment, h, markup } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { iconSheet } from './elements/icons.ts';
import { style } from './assets/style.ts';

/** One file of the report: its path below the report folder, and its text in consecutive parts. */
export type Page = { readonly path: string; readonly parts: readonly string[] };

/** A whole document around finished parts. It requests nothing and allows only its own style and script. */
export function pageOf(
  path: string,
  of: { readonly title: string; readonly parts: readonly string[] },
): Page {
  const title = render(h('title', {}, plainText(of.title.slice(0, 1000), 120)));
  // The parts are not joined: a report of thousands of generations is never one tree or one string.
  return { path, parts: [start, title, middle, ...of.parts, end] };
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

const start = `<!doctype html>\n<html lang="en"><head>${render(
  fragment(
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
  ),
)}`;
const middle = `${render(markup('style', {}, style))}</head><body>${render(iconSheet())}\n`;
const end = `\n${render(markup('script', {}, browserScript))}</body></html>\n`;
