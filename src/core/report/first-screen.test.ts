import { describe, expect, test } from '@jest/globals';
import { aChange, aHunk, aModel, aSummary, aVerdict, aVersion } from '../../testing/builders/a-summary.ts';
import { reportSituations } from '../../testing/builders/report-situations.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { renderComment } from './markdown/comment.ts';
import { commentMarker } from './markdown/marker.ts';
import { resultFile } from './machine/result-file.ts';
import type { PortabilitySummary } from './summary/summary.ts';
import { renderTerminal } from './terminal/terminal.ts';

describe('why nothing was asked', () => {
  test('is the reason that the run gives, not a guess from the fork or the first note', () => {
    const summary = situation('fork-unsandboxed');
    const screen = firstScreen(summary);

    expect(screen).toContain('never run without a sandbox, and `sandbox` is `none`');
    expect(screen).not.toMatch(/keys|secrets|matches no file/);
    expect(resultFile(summary)).toMatchObject({
      withheld: summary.skipReason,
      notes: [summary.skipReason, {}],
    });
  });

  test('is not made up where the run gives none', () => {
    const screen = firstScreen(
      aSummary({ verdicts: [], conclusion: 'neutral', notes: ['An unrelated note.'] }),
    );

    expect(screen).toMatch(
      /^### Spec portability · ⚪ not checked\n\n1 spec changed, but no model was asked\.\n/,
    );
    expect(screen).not.toContain('unrelated');
  });

  test('comes with a word on required checks in a pull request, and with the way out for a fork only', () => {
    const ours = firstScreen(aSummary({ verdicts: [], conclusion: 'neutral', skipReason: 'Dry run.' }));

    expect(firstScreen(situation('fork'))).toMatch(
      /neutral satisfies a required check[^]*\*\*Next step:\*\* a maintainer can run the check/,
    );
    expect(ours).toContain('neutral satisfies a required check');
    expect(ours).not.toContain('a maintainer');
  });
});

describe('a verdict that held', () => {
  test('says what is ruled out, how surely, and that smaller drops were not tested', () => {
    expect(firstScreen(aSummary())).toContain(
      'Held on **`claude-sonnet-5-5`**: drops of 40 percentage points or more are ruled out (90 % sure), smaller ones were not tested.',
    );
  });

  test('is never called unaffected in any report', () => {
    for (const summary of Object.values(reportSituations))
      expect(renderComment(summary, options) + renderTerminal(summary)).not.toContain('unaffected');
  });

  test('is said of what is left over besides other verdicts', () => {
    const verdicts = ['a', 'b', 'c', 'd'].map((model) => aVerdict({ model }));
    const suspected = aVerdict({ model: 'e', verdict: 'suspected' });

    expect(firstScreen(aSummary({ verdicts: [...verdicts, suspected] }))).toContain('Held on the other 4.');
  });
});

describe('a cross', () => {
  test.each([
    ['regressed', 'regressed', '❌'],
    ['regressed', 'never', '🟠'],
    ['suspected', 'regressed', '🟠'],
    ['suspected', 'suspected', '❌'],
    ['inconclusive', 'inconclusive', '❌'],
    ['inconclusive', 'suspected', '⚪'],
    ['not-portable', 'regressed', '🟠'],
  ] as const)('%s under fail-on %s is shown as %s', (verdict, failOn, icon) => {
    const settings = { ...aSummary().settings, failOn };
    const conclusion = icon === '❌' ? 'failure' : 'neutral';
    const summary = aSummary({ conclusion, settings, verdicts: [aVerdict({ verdict, excludes: null })] });

    expect(firstScreen(summary)).toMatch(new RegExp(`^### Spec portability · ${icon} `, 'u'));
    expect(firstScreen(summary)).toMatch(new RegExp(`\\| ${icon} [*]*${verdict.replaceAll('-', ' ')}`, 'u'));
  });

  test('stands at a spec that is not portable where gate.min-portability makes it block, with the reason', () => {
    const belowMinimum = ['The gate fails: a is not portable on b, and `gate.min-portability` is 0.5.'];
    const verdicts = [aVerdict({ verdict: 'not-portable', excludes: null })];
    const screen = firstScreen(
      aSummary({ conclusion: 'failure', belowMinimum, notes: belowMinimum, verdicts }),
    );

    expect(screen).toContain('| ❌ not portable');
    expect(screen).toContain('\n\nThe gate fails: a is not portable on b');
    expect(renderComment(aSummary({ belowMinimum, notes: belowMinimum }), options)).not.toContain('Notes (');
  });
});

describe('a test that is not confirmed', () => {
  const unconfirmed = {
    head: { passed: 0, failed: 5, unmeasured: 0 },
    brokenTests: ['x > y', 'x > z'],
    unconfirmed: true,
  };

  test('is hedged beside a suite that did regress', () => {
    const screen = firstScreen(aSummary({ verdicts: [aVerdict({ ...unconfirmed, verdict: 'regressed' })] }));

    expect(screen).toContain(
      'now fails its tests: 20 of 20 samples passed before, 0 of 5 now; perhaps because of `x > y` and 1 more test (unconfirmed).',
    );
  });

  test('is marked where the verdict is a suspicion, in the list of moved tests and in result.json', () => {
    const suspicion = aSummary({ verdicts: [aVerdict({ ...unconfirmed, verdict: 'suspected' })] });

    expect(firstScreen(suspicion)).toContain(
      '`x > y` (20 of 20 samples passed before, 0 of 5 now) and 1 more test (unconfirmed)',
    );
    expect(firstScreen(situation('unconfirmed'))).toContain('20/20 → 0/5 (unconfirmed)');
    expect(renderTerminal(situation('unconfirmed'))).toContain('20/20 → 0/5 (unconfirmed)');
    expect(resultFile(suspicion).verdicts).toMatchObject([{ unconfirmed: true }]);
  });
});

test('a spec that is empty at the head is told where the verdict reads as if it had said something', () => {
  const head = { ...aVersion('duration', 'head'), files: [{ path: 'SPEC.md', text: '\n' }] };
  const emptied = aSummary({ changes: [aChange({ head })] });

  expect(firstScreen(emptied)).toContain(
    '🟠 **`SPEC.md` of `duration` is empty at the head**. What passes there was not learned from that text.',
  );
  expect(renderTerminal(emptied)).toContain('SPEC.md of duration is empty at the head');
  expect(firstScreen(aSummary())).not.toContain('is empty');
});

describe('a base that is red', () => {
  const red = [{ spec: 'duration', failing: ['a > b'], why: 'the test command exited with 1' }];

  test('is warned about on the first screen, with the failing tests', () => {
    expect(firstScreen(aSummary({ red }))).toContain(
      '🟠 **The tests of `duration` are red on the base commit already** (the test command exited with 1). Failing: `a > b`. Base is compared with head, never with 100 %.',
    );
    expect(renderTerminal(aSummary({ red }))).toContain('red on the base commit already');
    expect(resultFile(aSummary({ red })).notes.join()).toContain('red on the base commit already');
  });

  test('is one warning for all specs that share the failing tests', () => {
    const both = [...red, { spec: 'calendar', failing: ['a > b'], why: 'the test command exited with 1' }];

    expect(firstScreen(aSummary({ red: both }))).toContain('The tests of `duration` and `calendar` are red');
  });

  test('explains a base that is too weak', () => {
    const verdicts = [aVerdict({ verdict: 'base-too-weak', excludes: null })];

    expect(firstScreen(aSummary({ red, verdicts }))).toContain(
      'already fails too often (20/20 passed); the committed code fails its tests too.',
    );
    expect(firstScreen(aSummary({ verdicts }))).not.toContain('committed code');
  });
});

test('specs that empty the same file are warned about, with the way out', () => {
  expect(firstScreen(situation('shared-writes'))).toContain(
    '🟠 `a` and `b` both write `src/x.mjs`: each check removes the other’s code; use `{name}` in `writes`.',
  );
  const three = ['a', 'b', 'c'].map((name) => ({
    ...aChange({ name }),
    head: { ...aVersion(name, 'head'), emptied: ['src/x.mjs'] },
  }));
  expect(firstScreen(aSummary({ changes: three }))).toContain('`a`, `b` and `c` all write');
});

test('where nothing was measured the reason and the way out stand instead of a table', () => {
  const nothing = { passed: 0, failed: 0, unmeasured: 3 };
  const why = 'not every planned sample could be measured (6 × the provider failed)';
  const verdicts = ['a', 'b'].map((model) =>
    aVerdict({
      model,
      verdict: 'inconclusive',
      why,
      base: nothing,
      head: nothing,
      drop: null,
      p: null,
      excludes: null,
    }),
  );
  const portability = [{ spec: 'duration', base: null, head: null, portableOn: [] }];
  const summary = aSummary({ conclusion: 'neutral', verdicts, portability });
  const comment = renderComment(summary, options);

  expect(firstScreen(summary)).toMatch(
    /inconclusive, samples are missing\n\nNo verdict for .*the provider failed\)\.\n\n\*\*Next step:\*\* run the job again later/,
  );
  expect(comment).not.toMatch(/Verdict \||Portability<|Statistics<|0\/0/);
  expect(renderTerminal(summary)).not.toMatch(/0\/0|nothing measured/);
});

describe('a model that was stopped', () => {
  test('for its configuration is told once, as a refusal', () => {
    const screen = firstScreen(situation('stopped-model'));

    expect(screen).toContain(
      '**`gpt-6.1-sol`** was left out without a verdict: the vendor refused the configuration (404 the model',
    );
    expect(screen).not.toMatch(/No verdict for|provider failed/);
    expect(screen.match(/nothing measured/g)).toHaveLength(1);
  });

  test('by an outage is not said to be refused', () => {
    const models = [aModel('a', { stopped: 'left after 6 outages: 529 overloaded' })];
    const screen = firstScreen(
      aSummary({ models, verdicts: [aVerdict({ model: 'a', verdict: 'inconclusive', why: 'because' })] }),
    );

    expect(screen).toContain('**`a`** was left out without a verdict: left after 6 outages');
    expect(screen).not.toContain('refused');
  });

  test('after a verdict keeps that verdict in the line', () => {
    const models = [aModel('a', { stopped: '401 no', isMisconfigured: true })];
    const verdicts = [
      aVerdict({ model: 'a', spec: 'one' }),
      aVerdict({ model: 'a', spec: 'two', verdict: 'inconclusive', why: 'because' }),
    ];

    expect(firstScreen(aSummary({ models, verdicts }))).toMatch(
      /`a`\*\* was left out: the vendor refused.*No verdict for/,
    );
  });
});

test('the samples that are missing are counted once', () => {
  const verdict = aVerdict({
    verdict: 'inconclusive',
    head: { passed: 1, failed: 0, unmeasured: 2 },
    excludes: null,
    why: 'not every planned sample could be measured (2 × the provider failed)',
  });

  expect(firstScreen(aSummary({ verdicts: [verdict] })).split('\n')[2]).toMatch(
    /\(2 × the provider failed\)\.$/,
  );
});

describe('more than six verdicts', () => {
  test('are counted in the first line, and only regressed and suspected ones are named', () => {
    const of = (count: number, verdict: Verdict['verdict']): Verdict[] =>
      Array.from({ length: count }, (_, index) =>
        aVerdict({ model: `${verdict}-${index}`, verdict, excludes: null, culprit: [aHunk()] }),
      );
    const verdicts = [
      ...of(5, 'regressed'),
      ...of(1, 'suspected'),
      ...of(2, 'inconclusive'),
      ...of(9, 'held'),
    ];
    const [, , line] = firstScreen(aSummary({ conclusion: 'failure', verdicts })).split('\n');

    expect(line).toBe(
      '5 regressed, 1 suspected, 2 inconclusive, 9 held. ' +
        'Regressed: **`regressed-0`** (20/20 before, 5/5 now), **`regressed-1`** (20/20 before, 5/5 now), ' +
        '**`regressed-2`** (20/20 before, 5/5 now) and 2 more. Suspected: **`suspected-0`** (20/20 before, 5/5 now).',
    );
  });

  test('that all held are one sentence', () => {
    const verdicts = Array.from({ length: 8 }, (_, index) => aVerdict({ model: `m${index}` }));

    expect(firstScreen(aSummary({ verdicts }))).toMatch(
      /\n\nThe new text held on all 8 models: drops of 40 percentage points/,
    );
  });
});

const options = { marker: commentMarker('x'), repositoryUrl: null, reportHint: null };

function firstScreen(summary: PortabilitySummary): string {
  const [screen = ''] = renderComment(summary, options).split('<details');
  return screen.slice(options.marker.length).trim() + '\n';
}

function situation(name: string): PortabilitySummary {
  const summary = reportSituations[name];
  if (summary === undefined) throw new Error(`No such situation: ${name}`);
  return summary;
}
