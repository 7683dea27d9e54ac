import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { reportSituations } from '../../testing/builders/report-situations.ts';
import { renderCheckRun } from './markdown/check-run.ts';
import { renderComment } from './markdown/comment.ts';
import { renderJobSummary } from './markdown/job-summary.ts';
import { renderJunit } from './machine/junit.ts';
import { commentMarker } from './markdown/marker.ts';
import { resultFile } from './machine/result-file.ts';
import { renderSarif } from './machine/sarif.ts';
import type { PortabilitySummary } from './summary/summary.ts';

const goldens = new URL('../../../fixtures/reports/', import.meta.url);

// `UPDATE_GOLDENS=1 npm test -- golden` rewrites the files. CI must never do so.
const rewriting = process.env['UPDATE_GOLDENS'] === '1';
if (rewriting && process.env['CI'] !== undefined) throw new Error('UPDATE_GOLDENS is not for CI.');

const repositoryUrl = 'https://github.com/octo/repo';
const options = { repositoryUrl, runUrl: `${repositoryUrl}/actions/runs/12/attempts/1`, reportHint: null };

const reports: Readonly<Record<string, (summary: PortabilitySummary) => string>> = {
  'comment.md': (summary) =>
    renderComment(summary, { ...options, marker: commentMarker('.github/spec-portability.yml') }),
  'job-summary.md': (summary) => renderJobSummary(summary, options),
  // Left out: the summary of a check run is the text of the comment, which has its own golden file.
  'check-run.json': (summary) => {
    const { summary: _, ...check } = renderCheckRun(summary, { ...options, name: 'spec portability' });
    return json(check);
  },
  'result.json': (summary) => json(resultFile(summary)),
  'junit.xml': renderJunit,
  'results.sarif': renderSarif,
};

// With 240 verdicts over 1,200 tests nobody reviews these. result-file.test.ts, junit.test.ts and comment.test.ts
// check them.
const unread = new Set(['job-summary.md', 'result.json', 'junit.xml']);

const cases = Object.entries(reportSituations).flatMap(([situation, summary]) =>
  Object.entries(reports)
    .filter(([name]) => situation !== 'many-specs' || !unread.has(name))
    .map(([name, render]) => [`${situation}/${name}`, () => render(summary)] as const),
);

describe('a report reads as its golden file', () => {
  test.each(cases)('%s', async (path, render) => {
    const report = render();
    const golden = new URL(path, goldens);
    if (rewriting) {
      await mkdir(new URL('./', golden), { recursive: true });
      await writeFile(golden, report);
    }

    expect(report).toBe(await readFile(golden, 'utf8'));
  });
});

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
