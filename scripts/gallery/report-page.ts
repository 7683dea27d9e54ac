import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A Markdown report as a page that looks as on GitHub. Raw HTML stays: what GitHub would clean away is to be seen. */
export function reportPage(
  markdown: string,
  of: { readonly title: string; readonly stylesheet: string },
): string {
  const body = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return page(
    of.title,
    `${of.stylesheet}${paper}`,
    `<article class="markdown-body">${withAlerts(withDiffColours(body))}</article>`,
  );
}

/** A page with all pictures, each under its name. */
export function indexPage(names: readonly string[]): string {
  const figures = names.map(
    (name) => `<h2>${escaped(name)}</h2>\n<img alt="${escaped(name)}" src="${encodeURIComponent(name)}.png">`,
  );
  return page(
    'Gallery',
    'body{font:16px sans-serif;margin:2rem}img{border:1px solid #ccc}',
    figures.join('\n'),
  );
}

// Nothing in a report may run or be fetched, whatever its text tries.
function page(title: string, style: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<style>${style}</style>
${body}
</html>
`;
}

const paper = `
body{margin:0;background:#fff}
.markdown-body{padding:16px 24px;font-size:14px}`;

// GitHub writes an alert where a quote begins with its name in brackets.
function withAlerts(html: string): string {
  return html.replaceAll(
    /<blockquote>\n<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n([\s\S]*?)<\/blockquote>/g,
    (_, kind: string, rest: string) =>
      `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${kind.slice(0, 1)}${kind.slice(1).toLowerCase()}</p><p>${rest}</div>`,
  );
}

// GitHub colours the lines of a diff.
function withDiffColours(html: string): string {
  return html.replaceAll(/(?<=<code class="language-diff">)[^<]*/g, (diff) =>
    diff.replaceAll(
      /^[-+].*$/gm,
      (line) => `<span class="${line.startsWith('+') ? 'pl-mi1' : 'pl-md'}">${line}</span>`,
    ),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
