import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { allowedFigures, type AllowedFigure } from './allowed.ts';
import { unprovedFigures, type UnprovedFigure } from './unproved-figures.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const read = (page: string): string => readFileSync(page, 'utf8');

/** Whether a command is there: a script of package.json, or a file. */
function isCommand(text: string): boolean {
  const [program = '', ...words] = text.split(' ');
  const last = words.at(-1) ?? '';
  return program === 'npm' ? last in scripts : existsSync(last);
}

const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => !/^<!-- Generated .*; do not edit. -->$/m.test(read(page)));

function allows(allowed: AllowedFigure, page: string, { heading, text }: UnprovedFigure): boolean {
  if (allowed.page !== page) return false;
  return 'section' in allowed ? allowed.section === heading : text.includes(allowed.text);
}

const unprovedOn = new Map(pages.map((page) => [page, unprovedFigures(read(page), isCommand)]));

test.each(pages)('every figure of measurement in %s has a command that remakes it', (page) => {
  const unproved = (unprovedOn.get(page) ?? []).filter(
    (figure) => !allowedFigures.some((allowed) => allows(allowed, page, figure)),
  );

  expect(unproved.map(({ line, text }) => `${page}:${line}: ${text}`)).toEqual([]);
});

test('no exception is left for what is no longer written', () => {
  const stale = allowedFigures.filter(
    (allowed) =>
      !(unprovedOn.get(allowed.page) ?? []).some((figure) => allows(allowed, allowed.page, figure)),
  );

  expect(stale).toEqual([]);
});

test.each([
  'The demo takes 14 s.',
  'It needs 1.5 MB, or 300 KiB.',
  'It is 0.85 × theirs, 2 times faster.',
  '| blamed | 27.1 % |\n|---|---|\n| found | 88.8 % |',
  '- 104 of 104 promises are kept',
  'A question takes 6.2 to 8.0 generations.',
  'It costs 0.35 USD, with 18 calls.',
  'A drop of 65 points is found.',
  'The command `npm run bench:nothing` measured 3 ms.',
  'Run `check` for 3 ms.',
  '# Other\n\n`npm run bench:engine`\n\n# Here\n\n3 ms',
  '<!-- a:begin -->\n1 ms\n<!-- a:end -->\n\n2 ms',
])('a figure without a command would be found: %j', (text) => {
  expect(unprovedFigures(text, isCommand)).not.toEqual([]);
});

test.each([
  'The demo takes 14 s (`npm run demo`).',
  '`npm run bench:engine` says:\n\n| a | 3 ms |\n|---|---|\n| b | 4 ms |',
  '```sh\nnpm run bench:engine\n```\n\nIt takes 3 ms.',
  '`node scripts/generate-statistics-docs.ts` computes 5 %.',
  '<!-- a:begin -->\n\n1 ms\n\n<!-- a:end -->\n',
  'Three looks, step 2, Node 24, 20 stored samples, `timeout: 60 s`, issue 17.',
])('what has a command, is generated, is code or only counts is none: %j', (text) => {
  expect(unprovedFigures(text, isCommand)).toEqual([]);
});
