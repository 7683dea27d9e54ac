import { describe, expect, test } from '@jest/globals';
import { aSummary } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { outputsOf } from './outputs.ts';

const published = { reportDir: 'out', resultFile: 'out/result.json', commentUrl: null };

describe('the outputs of the action', () => {
  test('say what was judged, asked and spent', () => {
    expect(outputsOf(reportSituations['regression'] ?? aSummary(), published)).toEqual({
      conclusion: 'failure',
      regressions: '1',
      verdicts:
        '[{"spec":"duration","model":"anthropic/claude-sonnet-5-5","verdict":"held","base":"20/20","head":"5/5"},{"spec":"duration","model":"openai/gpt-6.1-sol","verdict":"regressed","base":"20/20","head":"0/5"}]',
      portability: '0.5',
      generations: '10',
      'cached-generations': '40',
      'cost-usd': '1.84',
      'report-dir': 'out',
      'result-file': 'out/result.json',
      'comment-url': '',
      'has-work': 'true',
    });
  });

  test('leave the cost empty when a price is unknown', () => {
    const summary = aSummary({ spent: { ...aSummary().spent, usd: null } });

    expect(outputsOf(summary, published)['cost-usd']).toBe('');
  });

  test('say that there is no work when no spec changed', () => {
    expect(outputsOf(aSummary({ changes: [], verdicts: [] }), published)).toMatchObject({
      'has-work': 'false',
      portability: '',
      verdicts: '[]',
    });
  });
});
