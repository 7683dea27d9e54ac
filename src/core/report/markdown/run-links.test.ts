import { expect, test } from '@jest/globals';
import { aSummary } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderComment } from './comment.ts';
import { commentMarker } from './marker.ts';

const repositoryUrl = 'https://github.com/octo/repo';
const runUrl = `${repositoryUrl}/actions/runs/12/attempts/3`;
const marker = commentMarker('key');
const commentOf = (situation: string, url: string | null): string =>
  renderComment(reportSituations[situation] ?? aSummary(), {
    ...{ marker, repositoryUrl, reportHint: null },
    runUrl: url,
  });

test('a comment leads on to its run and to the page', () => {
  const comment = commentOf('regression', runUrl);

  expect(comment).toContain(`[This run](${runUrl}) · [the page](${runUrl}#artifacts)`);
  expect(comment).not.toContain('withheld');
});

test('a comment over 200 rows says where the rest is, and shows no part of it', () => {
  const comment = commentOf('many-specs', runUrl);

  expect(comment).toContain(
    `The other 231 rows, all of them held, are in [\`index.html\` of the report folder](${runUrl}#artifacts).`,
  );
  expect(comment).not.toMatch(/<summary>(?:More verdicts|Statistics|Every test)/);
  expect(comment).toContain('<summary>All verdicts at a glance</summary>');
});

test.each([null, 'https://evil.example/actions/runs/1/attempts/1', `${repositoryUrl}/actions/runs/x`])(
  'nothing is linked where the run has no address of ours: %s',
  (url) => {
    expect(commentOf('regression', url)).not.toContain('actions/runs');
    expect(commentOf('many-specs', url)).toContain('are in `index.html` of the report folder.');
  },
);
