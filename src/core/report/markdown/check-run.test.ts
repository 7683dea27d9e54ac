import { describe, expect, test } from '@jest/globals';
import { aHunk, aSummary, aVerdict, headSha } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { renderCheckRun } from './check-run.ts';

const options = { name: 'spec portability', repositoryUrl: 'https://github.com/octo/repo', reportHint: null };

describe('a check run', () => {
  test.each(Object.entries(reportSituations))('of the situation %s fits GitHub', (_, summary) => {
    const check = renderCheckRun(summary, options);

    expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(65_535);
    expect(check.title.length).toBeLessThan(200);
    expect(check.summary).not.toContain('withheld');
  });

  test('remarks on the changed lines of the head side, regressed before suspected', () => {
    const first = aHunk({ headStart: 10, added: ['one', 'two'] });
    const second = aHunk({ index: 1, headStart: 90, added: [] });
    const summary = aSummary({
      conclusion: 'failure',
      verdicts: [
        aVerdict({ model: 'a', verdict: 'suspected', culprit: [second] }),
        aVerdict({ model: 'b', verdict: 'regressed', culprit: [first], brokenTests: ['rounds half up'] }),
      ],
    });

    const check = renderCheckRun(summary, options);

    expect(check).toMatchObject({
      name: 'spec portability',
      headSha,
      conclusion: 'failure',
      title: '1 regressed, 1 suspected',
    });
    expect(check.annotations).toEqual([
      {
        path: 'specs/duration/SPEC.md',
        startLine: 10,
        endLine: 11,
        level: 'failure',
        title: 'Regressed on 1 model',
        message: 'These changed words:\nb regressed: 20/20 → 5/5, e.g. rounds half up',
      },
      {
        path: 'specs/duration/SPEC.md',
        startLine: 90,
        endLine: 90,
        level: 'warning',
        title: 'Suspected on 1 model',
        message: 'These changed words:\na suspected: 20/20 → 5/5',
      },
    ]);
  });

  test('has at most 50 annotations', () => {
    const culprit = Array.from({ length: 70 }, (_, index) => aHunk({ index, headStart: index * 3 + 1 }));

    const check = renderCheckRun(
      aSummary({ verdicts: [aVerdict({ verdict: 'regressed', culprit })] }),
      options,
    );

    expect(check.annotations).toHaveLength(50);
  });
});
