import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { aRunPlace } from '../../../testing/builders/a-run-place.ts';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { attacks, hostileReport } from '../../../testing/builders/hostile-report.ts';
import { htmlPages } from '../../../testing/html-pages.ts';
import { sol } from '../../../testing/builders/report-parts.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { aSummary } from '../../../testing/builders/a-summary.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { HtmlReport } from './html-report.ts';

function report(situation: string): HtmlReport {
  const summary: PortabilitySummary = reportSituations[situation] ?? aSummary();
  return { summary, evidence: anEvidence(summary), place: aRunPlace };
}

// Several tests read one page, and a large one takes seconds to make.
const indexes = new Map<string, string>();

function indexOf(situation: string): string {
  const index = indexes.get(situation) ?? htmlPages(report(situation)).get('index.html') ?? '';
  indexes.set(situation, index);
  return index;
}

test('a small report is one page with every generation in it', () => {
  const pages = htmlPages(report('regression'));

  expect([...pages.keys()]).toEqual(['index.html']);
  expect(pages.get('index.html')?.match(/<details class="cell"/g)).toHaveLength(50);
});

test('an answer whose record is gone by now is said to be gone, and not to have held no code', () => {
  const { summary, evidence, place } = report('regression');
  const gone: HtmlReport = {
    ...{ summary, place },
    evidence: {
      ...evidence,
      comparisons: evidence.comparisons.map((comparison) => ({
        ...comparison,
        cells: comparison.cells.map((story) => {
          const { generation } = story.cell;
          const unread = generation === null ? null : { ...generation, read: () => null };
          return { ...story, cell: { ...story.cell, generation: unread } };
        }),
      })),
    },
  };
  const index = htmlPages(gone).get('index.html') ?? '';

  expect(index).toContain('The record of the answer could not be read again.');
  expect(index).not.toContain('which held no usable code');
});

test('past its room the index links generations on pages of their own', () => {
  const pages = htmlPages(report('regression'), 90_000);

  expect([...pages.keys()]).toEqual(
    [
      'generations/duration--openai-gpt-6.1-sol.html',
      'generations/duration--anthropic-claude-sonnet-5-5.html',
      'index.html',
    ].filter((path) => pages.has(path)),
  );
  const [first = ''] = pages.keys();
  expect(pages.get('index.html')).toContain(`href="${first}#/duration/`);
  expect(pages.get(first)).toContain('href="../index.html#/duration/');
});

test('with no room at all a spec has a page of its own, and its addresses stay in the index', () => {
  const pages = htmlPages(report('regression'), 0);

  expect(pages.get('generations/duration.html')).toContain('id="/duration/openai-gpt-6.1-sol"');
  expect(pages.get('index.html')).toContain('id="/duration/openai-gpt-6.1-sol"');
  expect(pages.get('index.html')).toContain('href="generations/duration.html#/duration/openai-gpt-6.1-sol"');
});

test('40 specs on 6 models keep the index within 2 MB', () => {
  const index = indexOf('many-specs');

  expect(Buffer.byteLength(index)).toBeLessThanOrEqual(2_000_000);
});

test('the policy names the hashes of the style and the script that stand in the page', () => {
  const index = indexOf('regression');
  const hash = (tag: string): string => {
    const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(index)?.[1] ?? '';
    return `sha256-${createHash('sha256').update(text).digest('base64')}`;
  };

  expect(index).toContain("default-src 'none'");
  expect(index).toContain(`style-src '${hash('style')}'`);
  expect(index).toContain(`script-src '${hash('script')}'`);
});

test('a comparison has an address made of its spec and model', () => {
  expect(indexOf('regression')).toContain(
    '<article class="comparison regressed" id="/duration/openai-gpt-6.1-sol"',
  );
});

test('every address is there once, whatever the names', () => {
  const pages = [...htmlPages(hostileReport(100)).values(), indexOf('many-specs'), indexOf('hostile-names')];

  const doubled = pages.flatMap((html) => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const first = new Map(ids.map((id, index) => [id, index] as const).toReversed());
    return ids.filter((id, index) => first.get(id) !== index);
  });
  expect(doubled).toEqual([]);
});

test('hostile text never becomes markup', () => {
  for (const html of htmlPages(hostileReport(1000)).values()) {
    const marked = html.replaceAll(/<(?:style|script)>[\s\S]*?<\/(?:style|script)>/g, '');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(marked).not.toMatch(/<(?:img|iframe|link|base|object|embed|form action)/);
    expect(
      [...marked.matchAll(/<[a-z][^>]*\son[a-z]+=/g)].map(([tag]) => tag).filter((tag) => !isQuoted(tag)),
    ).toEqual([]);
    expect(marked).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  }
  expect(attacks.length).toBeGreaterThan(10);
});

// The value of an attribute may contain the words of an event handler as text between its quotes.
function isQuoted(tag: string): boolean {
  return (tag.match(/"/g) ?? []).length % 2 === 1;
}

test('the evidence of one generation is shown: files, output, tokens, attempts, served model', () => {
  const index = indexOf('regression');

  for (const words of [
    'made-up-model-20260901',
    '1,200 in (800 from the cache, 300 written to it), 300 out (100 reasoning)',
    'Attempts',
    'Expected 3, received 2',
    'src/duration.mjs',
  ])
    expect(index).toContain(words);
});

test('one passing and one failing generation of an arm are coloured', () => {
  const cells = indexOf('regression').split('<details class="cell"').slice(1);
  const coloured = cells
    .filter((cell) => cell.includes('hljs-'))
    .map((cell) => /id="([^"]*)"/.exec(cell)?.[1]);

  expect(coloured.filter((id) => id?.startsWith('/duration/openai-gpt-6.1-sol'))).toEqual([
    '/duration/openai-gpt-6.1-sol/head-1',
    '/duration/openai-gpt-6.1-sol/base-1',
  ]);
  expect(sol).toBe('openai/gpt-6.1-sol');
});

test('the blamed hunk is marked beside both texts', () => {
  expect(indexOf('regression')).toContain('The changed words behind the verdict on <code>gpt-6.1-sol</code>');
  expect(indexOf('all-held')).not.toContain('behind the verdict on');
});

test('the page begins with the edit and the code, before any table', () => {
  const index = indexOf('regression');
  const places = ['class="lead', 'class="finding"', 'class="assertion"', 'class="verdicts'].map((part) =>
    index.indexOf(part, index.indexOf('<body>')),
  );

  expect(places.toSorted((one, other) => one - other)).toEqual(places);
  expect(places.every((place) => place > 0)).toBe(true);
});

test('filters are there above eight rows only', () => {
  expect(indexOf('regression')).not.toContain('id="filters"');
  expect(indexOf('many-specs')).toContain('id="filters"');
});

test('p, intervals and looks lie in one fold, and nowhere else', () => {
  const [before = '', fold = ''] = indexOf('regression').split('<details class="statistics"');

  expect(before).not.toMatch(/Holm|95 %|>p</);
  expect(fold).toMatch(/Holm/);
  expect(fold).toContain('the last planned look');
});

test('repository, pull request, date and run are said, with links to a forge and to nothing else', () => {
  const index = indexOf('regression');
  const hostile = [...htmlPages(hostileReport(100)).values()].join('');

  expect(index).toContain('href="https://github.com/octo/repo/pull/7"');
  expect(index).toContain('href="https://github.com/octo/repo/actions/runs/4242"');
  expect(index).toContain('2026-09-23 09:30 UTC');
  expect(hostile).not.toMatch(/href="(?:javascript|https?):/);
});

test('where nothing was asked there is a way out, and no table of dashes', () => {
  for (const situation of ['fork', 'dry-run', 'nothing-to-do', 'deleted-spec']) {
    const index = indexOf(situation);
    expect(index).toContain('>What to do<');
    expect(index).not.toMatch(/class="verdicts|id="portability"|class="statistics/);
  }
});

test('a model without an answer is said to be not measured, with a reason and a way out', () => {
  const index = indexOf('no-answer');

  expect(index).toContain('not measured: no answer that counts in 6 samples');
  expect(index).toContain('Run the check again when the vendor answers.');
  expect(index).not.toContain('0/0');
});

test('the colours of a terminal are left out of what a test said, and kept visible in code', () => {
  const summary: PortabilitySummary = reportSituations['regression'] ?? aSummary();
  const coloured = '\u001B[31mred\u001B[39m';
  const evidence = anEvidence(summary, {
    path: 'src/duration.mjs',
    passing: `a ${coloured}\n`,
    failing: `b ${coloured}\n`,
    test: 'duration > rounds half up',
    message: `Expected ${coloured}`,
    output: coloured,
    served: 'model',
  });
  const index = htmlPages({ summary, evidence }).get('index.html') ?? '';

  expect(index).toContain('Expected red');
  expect(index).toContain('b &lt;U+001B>[31mred&lt;U+001B>[39m');
});
