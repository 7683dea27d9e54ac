import { describe, expect, test } from '@jest/globals';
import { aChange, aModel, aRow, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { htmlPages } from '../../../testing/html-pages.ts';
import { junit } from '../../results/formats/junit.ts';
import { readReport } from '../../results/read-report.ts';
import { glanceBlocks } from '../markdown/at-a-glance.ts';
import { renderJunit } from '../machine/junit.ts';
import { plainPhrases } from './phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import { rowsBehind } from './rows-behind.ts';
import { sentenceOf } from './sentences.ts';
import { portabilityOf } from '../summary/portability.ts';
import { renderSarif } from '../machine/sarif.ts';
import { verdictTable } from '../markdown/verdict-table.ts';

const rowOf = (
  head: { readonly passed: number; readonly failed: number },
  of: Parameters<typeof aRow>[2] = {},
) => aRow('rounds half up', { new: { base: { passed: 20, failed: 0 }, head } }, of);
const fell = { passed: 0, failed: 5, unmeasured: 0 };
const verdicts = [
  aVerdict({ model: 'new', verdict: 'suspected', brokenTests: ['rounds half up'] }),
  aVerdict({
    ...{ model: 'new', asks: 'model-switch', insteadOf: 'old', verdict: 'regressed', head: fell },
    brokenTests: ['rounds half up'],
  }),
];
const changes = [aChange()];
const summary = aSummary({
  changes,
  models: [aModel('old'), aModel('new')],
  verdicts,
  conclusion: 'failure',
  matrix: [rowOf({ passed: 4, failed: 1 }), rowOf(fell, { asks: 'model-switch', insteadOf: 'old' })],
  portability: portabilityOf(changes, verdicts),
  tamperedIn: [{ question: verdicts[1]?.question ?? '', base: 0, head: 3 }],
});

describe('a changed text and a switch of models on one spec and model', () => {
  test('are two suites in junit.xml, each with its own case of a test', () => {
    const cases = readReport(junit, renderJunit(summary), [])?.cases ?? [];

    expect(cases.map(({ id, status }) => [id, status])).toEqual([
      ['duration on new > (verdict)', 'passed'],
      ['duration on new > rounds half up', 'passed'],
      ['duration on new instead of old > (verdict)', 'failed'],
      ['duration on new instead of old > rounds half up', 'failed'],
    ]);
  });

  test('are two results in results.sarif, which code scanning tells apart', () => {
    expect(new Set(renderSarif(summary).match(/[0-9a-f]{64}/g)).size).toBe(2);
  });

  test('have samples that tampered counted to the one they belong to', () => {
    const [text = '', models = ''] = writeMarkdown([verdictTable(summary, verdicts)])
      .split('\n')
      .slice(2);

    expect([text, models].map((row) => row.includes('tampered: 3 on head'))).toEqual([false, true]);
  });

  test('have rows of their own where many verdicts are shown in one grid', () => {
    const many = Array.from({ length: 20 }, (_, index) => aVerdict({ spec: `spec ${index}`, model: 'new' }));
    const grid = writeMarkdown(
      glanceBlocks(aSummary({ ...summary, verdicts: [...verdicts, ...many, aVerdict({ model: 'old' })] })),
    );

    expect(grid).toMatch(/`duration` +\|.*5\/5/);
    expect(grid).toMatch(/`duration` instead of `old` +\|.*0\/5/);
  });

  test('are told apart on the page, in its tables, its addresses and its portability', () => {
    const page = htmlPages({ summary, evidence: anEvidence(summary) }).get('index.html') ?? '';
    const text = page.replaceAll(/<[^>]*>/g, ' ');

    expect(page).toContain('id="/duration/new-2"');
    expect(page).toContain('href="#/duration/new-2">new instead of old<');
    expect(text).toContain('Every test, by the model that is left and the new one');
    expect(text).not.toContain('of 2 models');
  });
});

describe('two switches to one model', () => {
  const switched = ['old', 'older'].map((insteadOf) =>
    aVerdict({ model: 'new', asks: 'model-switch', insteadOf, verdict: 'regressed', head: fell }),
  );
  const both = aSummary({
    changes,
    models: ['old', 'older', 'new'].map((id) => aModel(id)),
    verdicts: switched,
    conclusion: 'failure',
    matrix: [
      rowOf({ passed: 4, failed: 1 }, { asks: 'model-switch', insteadOf: 'old' }),
      rowOf(fell, { asks: 'model-switch', insteadOf: 'older' }),
    ],
  });

  test('each have the rows of their own question behind them', () => {
    const heads = switched.map((verdict) =>
      rowsBehind(both, verdict).map(({ byQuestion }) => byQuestion.get(verdict.question)?.head?.passed),
    );

    expect(heads).toEqual([[4], [0]]);
  });

  test('are two results in results.sarif, which code scanning tells apart', () => {
    expect(new Set(renderSarif(both).match(/[0-9a-f]{64}/g)).size).toBe(2);
  });
});

test('a second question of the same kind about the same model has a row of its own in the grid', () => {
  const [first = aVerdict()] = verdicts;
  const second = { ...first, question: 'another', head: { passed: 3, failed: 2, unmeasured: 0 } };
  const many = Array.from({ length: 20 }, (_, index) => aVerdict({ spec: `spec ${index}`, model: 'new' }));
  const grid = writeMarkdown(
    glanceBlocks(aSummary({ ...summary, verdicts: [first, second, ...many, aVerdict({ model: 'old' })] })),
  );

  expect(grid.match(/`duration` +\|/g)).toHaveLength(2);
  expect(grid).toContain('3/5');
});

describe('a spec that never carried its model', () => {
  const never = aVerdict({
    ...{ model: 'new', verdict: 'base-too-weak', drop: null, excludes: null },
    base: { passed: 0, failed: 20, unmeasured: 0 },
    head: fell,
    why: 'no sample passed on either side after 25: no later sample could decide',
  });
  const sentence = (of: Partial<typeof summary>, verdict = never): string =>
    plainPhrases(
      sentenceOf(aSummary({ changes, models: [aModel('new')], ...of }), verdict.verdict, [verdict]),
    );
  const row = aRow('rounds half up', {
    new: { base: { passed: 0, failed: 20 }, head: { passed: 0, failed: 5 } },
  });

  test('is said to be so, with the test that failed most often', () => {
    expect(sentence({ matrix: [row] })).toBe(
      'This spec does not carry new: 0 of 20 samples passed before, 0 of 5 now; rounds half up failed in 25 of 25.',
    );
  });

  test('or with what kept the tests from a result', () => {
    const withoutResult = [{ why: 'the answer was cut off', base: 18, head: 5 }];
    expect(sentence({}, { ...never, withoutResult })).toContain('; in 23 of them the answer was cut off.');
  });

  test('is said so in its row too', () => {
    expect(writeMarkdown([verdictTable(summary, [never])])).toContain('this spec does not carry the model');
    expect(writeMarkdown([verdictTable(summary, verdicts)])).not.toContain('does not carry');
  });

  test('is not said after fewer samples, which only ended early', () => {
    const few = {
      ...never,
      base: fell,
      why: 'no sample passed on either side after 10: no later sample could decide',
    };
    expect(sentence({}, few)).toBe(
      'A drop cannot be seen on new: the old text already fails too often (0/5 passed); no sample passed on either side after 10: no later sample could decide.',
    );
  });
});
