import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorOf, pageContent } from './documents.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const decisions = readdirSync('docs/decisions').toSorted();
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'AGENTS.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...decisions.map((name) => `docs/decisions/${name}`),
];

/** Links of a page that lead nowhere; web addresses are not checked. */
function deadLinks(path: string, markdown: string): string[] {
  return pageContent(markdown).links.filter((url) => {
    if (/^(?:https?|mailto):/.test(url)) return false;
    const [file = '', anchor] = url.split('#');
    const target = file === '' ? path : join(dirname(path), decodeURIComponent(file));
    if (file !== '' && !existsSync(target)) return true;
    if (anchor === undefined) return false;
    const text = file === '' ? markdown : read(target);
    return !pageContent(text).headings.some((heading) => anchorOf(heading) === anchor);
  });
}

test.each(pages)('every link of %s leads somewhere', (path) => {
  expect(deadLinks(path, read(path))).toEqual([]);
});

test('a link to a missing file, folder or heading would be found', () => {
  const page =
    '# One word\n[a](missing.md) [b](#one-word) [c](#no-word) [d](docs) [e](README.md#none) [f]: x\n\n[g]\n\n[g]: gone.md';

  expect(deadLinks('README.md', page)).toEqual(['missing.md', '#no-word', 'README.md#none']);
});

test('every path that the architecture table names is there', () => {
  const { rows } = pageContent(read('docs/architecture.md'));
  const named = rows.flatMap((row) => row[2]?.split(', ') ?? []).filter((path) => !path.includes('<'));

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(`src/${path}`) && !existsSync(`src/${path}.ts`))).toEqual([]);
});

/** Functions that a page names as `name` (`folder/file`) and that are not there. */
function missingFunctions(markdown: string): string[] {
  return [...markdown.matchAll(/`(\w+)`\s+\(`([\w/-]+)`\)/g)].flatMap(([, name = '', file = '']) => {
    const path = `src/${file}.ts`;
    const declared = new RegExp(`^export (?:async )?(?:function|class|const) ${name}\\b`, 'm');
    return existsSync(path) && declared.test(read(path)) ? [] : [`${name} in ${file}`];
  });
}

test('every function on the way of a cell and of a question is in the file that is named', () => {
  const page = read('docs/architecture.md');
  const ways = page.slice(page.indexOf('## Follow one cell'), page.indexOf('## Which way imports'));

  expect([...ways.matchAll(/\(`[\w/-]+`\)/g)].length).toBeGreaterThan(30);
  expect(missingFunctions(ways)).toEqual([]);
  expect(
    missingFunctions('`check`\n(`pipeline/check/check`) `gone` (`pipeline/check/check`) `a` (`no/file`)'),
  ).toEqual(['gone in pipeline/check/check', 'a in no/file']);
});

test('decisions are numbered without gaps, and each heading carries its number', () => {
  expect(decisions.map((name) => name.slice(0, 5))).toEqual(
    decisions.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
  );
  for (const name of decisions) {
    expect(pageContent(read(`docs/decisions/${name}`)).headings[0]).toMatch(
      new RegExp(`^${Number(name.slice(0, 4))}\\. `),
    );
  }
});

/** The status line under a decision's heading; null if it does not say whether the decision holds and since when. */
function statusOf(text: string): { readonly later: string | null; readonly date: string } | null {
  const line =
    /^# .+\n\nStatus: (?:accepted|superseded by \[\d+\]\(([\w-]+\.md)\)), (\d{4}-\d\d-\d\d)\./.exec(text);
  const [, later = null, date = ''] = line ?? [];
  return Number.isNaN(Date.parse(date)) ? null : { later, date };
}

test('every decision says under its heading whether it still holds and since when, in the order of the numbers', () => {
  const statuses = decisions.map((name) => ({ name, status: statusOf(read(`docs/decisions/${name}`)) }));
  const dates = statuses.map(({ name, status }) => status?.date ?? name);

  expect(statuses.filter(({ status }) => status === null)).toEqual([]);
  expect(dates).toEqual(dates.toSorted());
  for (const { name, status } of statuses) {
    const later = status?.later ?? null;
    expect(later === null || (later > name && decisions.includes(later))).toBe(true);
  }
});

test.each([
  ['has no status', '# 1. One\n\nText.'],
  ['has no date', '# 1. One\n\nStatus: accepted.'],
  ['has no date that there is', '# 1. One\n\nStatus: accepted, 2026-13-01.'],
  ['does not say what it is superseded by', '# 1. One\n\nStatus: superseded, 2026-01-01.'],
])('a decision that %s would be found', (_, text) => {
  expect(statusOf(text)).toBeNull();
});
