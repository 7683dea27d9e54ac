import { describe, expect, test } from '@jest/globals';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { both, regressedOnSol, sol } from '../../../testing/builders/report-parts.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { pairOf } from './pair.ts';
import type { Pair } from './pair.ts';

/** The pair of the first of these verdicts. */
function pairOfFirst(verdicts: readonly Verdict[]): Pair | null {
  const { comparisons } = anEvidence(aSummary({ models: both, verdicts }));
  const [verdict] = verdicts;
  const [comparison] = comparisons;
  return verdict === undefined || comparison === undefined ? null : pairOf(comparison, verdict, comparisons);
}

describe('the pair that a page shows', () => {
  test('sets code from the old text that passes beside code from the new text that fails', () => {
    const pair = pairOfFirst([regressedOnSol, aVerdict()]);

    expect(pair?.passing?.story).toMatchObject({ role: 'base', outcome: { kind: 'passed' } });
    expect(pair?.failing.story).toMatchObject({ role: 'head', outcome: { kind: 'failed' } });
    expect(pair?.message).toContain('Expected 3, received 2');
  });

  test('takes the passing code that differs least from the failing one', () => {
    // The code of made-up samples begins with their number, so that only the same number has the same first line.
    const pair = pairOfFirst([
      {
        ...regressedOnSol,
        base: { passed: 3, failed: 0, unmeasured: 0 },
        head: { passed: 0, failed: 1, unmeasured: 0 },
      },
    ]);

    expect(pair?.failing.story.cell.sample).toBe(0);
    expect(pair?.passing?.story.cell.sample).toBe(0);
  });

  test('takes passing code of another model where this one has none', () => {
    const neverPasses = aVerdict({
      model: sol,
      verdict: 'not-portable',
      base: null,
      head: { passed: 0, failed: 5, unmeasured: 0 },
    });

    expect(pairOfFirst([neverPasses, aVerdict()])?.passing?.isOfAnother).toBe(true);
    expect(pairOfFirst([neverPasses])?.passing).toBeNull();
  });

  test('shows for unmet new tests a sample that fails them, although it passes the tests of both sides', () => {
    const [unmet, undecided] = reportSituations['new-tests-unmet']?.verdicts ?? [];
    const pair = pairOfFirst([unmet, undecided].flatMap((verdict) => verdict ?? []));

    expect(pair?.failing.story).toMatchObject({ role: 'head', outcome: { kind: 'passed' } });
    expect(pair?.test).toBe('test/duration.test.mjs > upper case is read');
    expect(pair?.passing).toMatchObject({ isOfAnother: true, story: { role: 'head' } });
  });

  test('does not exist where nothing failed', () => {
    expect(pairOfFirst([aVerdict()])).toBeNull();
  });
});
