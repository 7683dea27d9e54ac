import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { reportSituations } from '../../testing/report-situations.ts';
import { renderComment } from './comment.ts';
import { commentMarker } from './marker.ts';

const goldens = new URL('../../../fixtures/reports/', import.meta.url);

// `UPDATE_GOLDENS=1 npm test -- golden` rewrites the files; CI must never do that by itself.
const rewriting = process.env['UPDATE_GOLDENS'] === '1';
if (rewriting && process.env['CI'] !== undefined) throw new Error('UPDATE_GOLDENS is not for CI.');

describe('the comment reads as its golden file', () => {
  test.each(Object.entries(reportSituations))('%s', async (situation, summary) => {
    const comment = renderComment(summary, {
      marker: commentMarker('.github/spec-portability.yml'),
      repositoryUrl: 'https://github.com/octo/repo',
      reportHint: 'the job summary',
    });

    const golden = new URL(`${situation}/comment.md`, goldens);
    if (rewriting) {
      await mkdir(new URL('./', golden), { recursive: true });
      await writeFile(golden, comment);
    }

    expect(comment).toBe(await readFile(golden, 'utf8'));
  });
});
