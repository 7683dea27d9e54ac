import { createHash } from 'node:crypto';
import { textAt, textsAt } from './clones.ts';
import type { Files, History, Side } from './history.ts';

/** Releases of the CommonMark spec that hold a parser in JavaScript of their own. */
const releases = ['0.10', '0.11', '0.12', '0.13', '0.14', '0.15', '0.16'];

/** One release of CommonMark after the other: the spec, its examples as tests, and the parser. */
export function commonmarkHistories(clones: string): readonly History[] {
  const sides = releases.map((release) => sideOf(clones, release));
  return sides.slice(1).flatMap((head, index) => {
    const base = sides[index];
    if (base === undefined) return [];
    const name = `CommonMark ${releases[index]} → ${releases[index + 1]}`;
    return [{ name, writes: ['src/**'], test: 'node --test tests/spec.test.mjs', base, head }];
  });
}

function sideOf(clones: string, release: string): Side {
  const repository = 'commonmark/commonmark-spec';
  const spec = textAt(clones, repository, `${release}:spec.txt`);
  const code = textsAt(clones, repository, { commit: release, under: 'js/lib' });
  return {
    spec,
    tests: {
      'package.json': '{ "private": true, "type": "commonjs" }\n',
      'tests/spec.test.mjs': testFile,
      'tests/examples.json': `${JSON.stringify(examplesIn(spec), null, 1)}\n`,
    },
    code: Object.fromEntries(
      Object.entries(code).map(([path, text]) => [`src/${path}`, ended(text)]),
    ) satisfies Files,
  };
}

// The answer protocol ends every file with a line end.
function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

type Example = { readonly name: string; readonly markdown: string; readonly html: string };

/** The examples of a spec. Numbers move with every new example, so each is named by its Markdown. */
function examplesIn(spec: string): readonly Example[] {
  const found = [...spec.matchAll(/^\.\n([\s\S]*?)^\.\n([\s\S]*?)^\.$/gm)];
  const byName = new Map<string, Example>();
  for (const [, source = '', html = ''] of found) {
    const markdown = source.replaceAll('→', '\t');
    const name = `example ${createHash('sha256').update(markdown).digest('hex').slice(0, 12)}`;
    byName.set(name, { name, markdown, html: html.replaceAll('→', '\t') });
  }
  return [...byName.values()];
}

const testFile = `import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import commonmark from '../src/index.js';
const examples = JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8'));
for (const { name, markdown, html } of examples)
  test(name, () => {
    const renderer = new commonmark.HtmlRenderer();
    const tree = new commonmark.DocParser().parse(markdown);
    assert.equal((renderer.renderBlock ?? renderer.render).call(renderer, tree), html);
  });
`;
