import { describe, expect, test } from '@jest/globals';
import { aModel, aSummary, aVerdict } from '../../testing/builders/a-summary.ts';
import { reportSituations } from '../../testing/builders/report-situations.ts';
import { renderComment } from './markdown/comment.ts';
import { commentMarker } from './markdown/marker.ts';
import type { PortabilitySummary } from './summary/summary.ts';

const models = ['v/a', 'v/b'].map((id) => aModel(id));
const specs = Array.from({ length: 8 }, (_, index) => `spec-${index + 1}`);
const held = specs.flatMap((spec) => models.map(({ id }) => aVerdict({ spec, model: id })));

describe('a comment about more verdicts than anyone reads row by row', () => {
  test('shows the rows that did not hold and folds the others, counted', () => {
    const [first, ...rest] = held;
    const verdicts = [{ ...(first ?? aVerdict()), verdict: 'suspected' as const }, ...rest];
    const comment = commentOf(aSummary({ models, verdicts }));

    expect(tableRows(comment.split('<details>')[0] ?? '')).toHaveLength(1);
    expect(comment).toContain('The other 15 rows, all of them held, are in the folds below.');
    expect(comment).toContain('<summary>More verdicts (2 to 16 of 16)</summary>');
  });

  test('shows no table where all held, and says so', () => {
    const comment = commentOf(aSummary({ models, verdicts: held }));

    expect(comment.split('<details>')[0]).not.toContain('| - |');
    expect(comment).toContain('All 16 rows, all of them held, are in the folds below.');
  });

  test('folds one grid of specs by models', () => {
    const comment = commentOf(aSummary({ models, verdicts: held }));

    expect(comment).toContain('<summary>All verdicts at a glance</summary>');
    expect(comment).toContain('| Spec | `a` | `b` |');
    expect(comment).toContain('| `spec-8` | ✅ 5/5 | ✅ 5/5 |');
  });

  test('has no grid where one column would say it', () => {
    const verdicts = Array.from({ length: 14 }, (_, index) => aVerdict({ spec: `s${index}` }));

    expect(commentOf(aSummary({ verdicts }))).not.toContain('at a glance');
  });
});

describe('why there is no verdict', () => {
  test('is folded with every reason once, and who it is about', () => {
    const open = (spec: string, why: string) => aVerdict({ spec, verdict: 'inconclusive', why });
    const comment = commentOf(
      aSummary({ verdicts: [open('a', 'an outage'), open('b', 'an outage'), open('c', 'a cap')] }),
    );

    expect(comment).toContain('<summary>Why there is no verdict</summary>');
    expect(comment).toContain('- `a` on `claude-sonnet-5-5`, `b` on `claude-sonnet-5-5`: an outage\n');
    expect(comment).toContain('- `c` on `claude-sonnet-5-5`: a cap\n');
  });

  test('is not said twice where the first sentence holds it', () => {
    expect(commentOf(situation('inconclusive'))).not.toContain('Why there is no verdict');
  });
});

describe('a row', () => {
  test('shows which of its samples tampered with their tests', () => {
    const comment = commentOf(situation('tampered'));

    expect(comment).toContain('| ❌ **regressed** · 🚩 tampered: 3 on head |');
    expect(comment).toContain('| ✅ held (a drop of 40+ is ruled out) · 🚩 tampered: 1 on base |');
  });

  test('keeps the vendor of a model whose name another one shares', () => {
    const verdicts = ['a/x', 'b/x', 'c/y'].map((model) => aVerdict({ model }));
    const comment = commentOf(aSummary({ models: ['a/x', 'b/x', 'c/y'].map((id) => aModel(id)), verdicts }));

    expect(
      tableRows(comment)
        .slice(0, 3)
        .map((row) => row.split(' | ')[1]),
    ).toEqual(['`a/x`', '`b/x`', '`y`']);
    expect(comment).toContain('| `c/y` |');
  });
});

describe('code that ran without a sandbox', () => {
  test('is said in a red box before the table', () => {
    expect(commentOf(situation('unsandboxed'))).toMatch(
      /\n> \[!CAUTION\]\n> \*\*Not sandboxed\*\*: [^|]*\n\n\| Spec/,
    );
  });

  test.each(Object.entries(reportSituations))('the level is told in the situation %s', (_, summary) => {
    expect(commentOf(summary)).toMatch(
      / · (sandbox bubblewrap|not sandboxed|no code was run|isolation: bubblewrap 0\.8\.0, 12 of 12 attempts to break out stopped) · /,
    );
  });
});

describe('two models or two nights instead of two texts', () => {
  test.each([
    ['model-switch', '\n**`gpt-6.1-sol`** fails `duration` (20/20 → 0/5), which `claude-sonnet-5-5` passed.'],
    ['model-switch', '| Spec | Model | Passed with the old model → with the new one |'],
    [
      'model-switch-held',
      '\n**`gpt-6.1-sol`** does as well as `claude-sonnet-5-5` on `duration` and `calendar`: drops of 40 percentage points',
    ],
    [
      'drift',
      '\nThe spec did not change, but **`gpt-6.1-sol`** now fails `duration > rounds half up`: 20 of 20 samples passed at the anchor, 0 of 5 tonight.',
    ],
    ['drift', 'No drift on **`claude-sonnet-5-5`**'],
    ['drift', '| Spec | Model | Passed at the anchor → tonight |'],
    ['no-drift', '\nNo drift on both models'],
  ])('%s: %s', (name, sentence) => {
    expect(commentOf(situation(name))).toContain(sentence);
  });

  test.each(['model-switch', 'model-switch-held', 'drift', 'no-drift'])('%s blames no edit', (name) => {
    expect(commentOf(situation(name))).not.toMatch(
      /This change|new text|intent|The changed words|What changed/,
    );
  });

  test('every word has its own sentence, for one and for several', () => {
    for (const asks of ['model-switch', 'drift'] as const)
      for (const verdict of [
        'regressed',
        'suspected',
        'improved',
        'held',
        'inconclusive',
        'base-too-weak',
      ] as const)
        for (const specs of [['a'], ['a', 'b']]) {
          const verdicts = specs.map((spec) => aVerdict({ spec, asks, verdict, insteadOf: 'v/old' }));
          expect(commentOf(aSummary({ verdicts })).split('\n')[4]).not.toMatch(
            /This change|[Tt]he (new|old) text|undefined/,
          );
        }
  });
});

function situation(name: string): PortabilitySummary {
  return reportSituations[name] ?? aSummary();
}

function commentOf(summary: PortabilitySummary): string {
  return renderComment(summary, {
    marker: commentMarker('k'),
    repositoryUrl: 'https://github.com/octo/repo',
    reportHint: null,
  });
}

function tableRows(markdown: string): readonly string[] {
  return markdown.split('\n').filter((line) => line.startsWith('| `'));
}
