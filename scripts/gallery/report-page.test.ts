import { expect, test } from '@jest/globals';
import { indexPage, reportPage } from './report-page.ts';

const page = (markdown: string): string => reportPage(markdown, { title: 'a & b', stylesheet: '' });

test('a page of the gallery draws what GitHub draws: tables, boxes, folds and coloured diffs', () => {
  expect(page('> [!CAUTION]\n> **Not sandboxed**')).toContain('markdown-alert-caution');
  expect(page('| a |\n| - |\n| b |')).toContain('<td>b</td>');
  expect(page('<details>\n<summary>x</summary>\n\ny\n\n</details>')).toContain('<details>');
  expect(page('```diff\n-a\n+b\n c\n```')).toContain(
    '<span class="pl-md">-a</span>\n<span class="pl-mi1">+b</span>\n c',
  );
});

test('a page runs nothing and fetches nothing, and shows the HTML that a report should not hold', () => {
  expect(page('<h1>owned</h1>')).toContain("default-src 'none'");
  expect(page('<h1>owned</h1>')).toContain('<h1>owned</h1>');
});

test('the index shows every picture', () => {
  expect(indexPage(['fork--comment'])).toContain('<img alt="fork--comment" src="fork--comment.png">');
});
