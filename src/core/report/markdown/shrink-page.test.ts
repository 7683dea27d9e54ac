import { describe, expect, test } from '@jest/globals';
import { applyPatch } from 'diff';
import { cutLines } from '../../../testing/builders/cut-lines.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { nothingAsked } from '../../../testing/builders/report-parts.ts';
import type { Answer } from '../../shrink/answer.ts';
import type { Shrunk } from '../../shrink/shrunk.ts';
import type { ShrinkRun } from '../summary/shrink-run.ts';
import { renderShrink } from '../terminal/shrink.ts';
import { patchOf } from '../words/shrink-patch.ts';
import { mapPage } from '../html/map-page.ts';
import { harmIn } from './assert-harmless.ts';
import { renderShrinkPage } from './shrink-page.ts';

const before = '# Duration\n\nRound half up.\n\nNote: halves are rare.\n';
const after = '# Duration\n\nRound half up.\n\n';

function anAnswer(change: Partial<Answer> = {}): Answer {
  return {
    ...{ spec: 'duration', model: 'one', verdict: 'held', excludes: 0.4, brokenTests: [], tests: 3 },
    base: { passed: 8, failed: 0, unmeasured: 0 },
    head: { passed: 8, failed: 0, unmeasured: 0 },
    ...change,
  };
}

/** A text of which one part can go, and of which one is needed. */
function aShrunk(change: Partial<Shrunk> = {}): Shrunk {
  const [, , needed, , gone] = cutLines(before).parts;
  if (needed === undefined || gone === undefined) throw new Error('the text has other lines');
  const head = { passed: 1, failed: 4, unmeasured: 0 };
  const broken = anAnswer({ verdict: 'regressed', head, excludes: null, brokenTests: ['rounds half up'] });
  return {
    ...{ target: 'duration', files: ['SPEC.md'], subjects: [{ spec: 'duration', model: 'one' }] },
    texts: [{ path: 'SPEC.md', text: before }],
    parts: [
      { part: needed, outcome: 'needed', answers: [broken] },
      { part: gone, outcome: 'not-missed', answers: [] },
    ],
    offer: {
      texts: [{ path: 'SPEC.md', before, after }],
      answers: [anAnswer()],
      ...{ drop: 0.4, beta: 0.05 },
      saving: { inputTokens: 8, share: 0.4, usdPer1000: [{ model: 'one', usd: null }] },
      dangling: [],
    },
    ...{ end: 'settled', weakOn: [], questions: 3 },
    ...change,
  };
}

function aRun(...shrunk: readonly Shrunk[]): ShrinkRun {
  const spent = { ...nothingAsked.spent, generations: 3, usd: null, savedUsd: null };
  return { commit: 'a'.repeat(40), skipReason: null, planned: [], shrunk, maps: [], spent };
}

test('the page says what held, what it saves, who needs what, and shows the edit', () => {
  const page = renderShrinkPage(aRun(aShrunk()));

  expect(page).toContain('**`duration`: 1 of 2 parts can go**');
  expect(page).toContain(
    'Held on 1 of 1 model on fresh samples of both texts: drops of 40 percentage points',
  );
  expect(page).toContain('of 1,000 generations: n/a on `one`');
  expect(page).toMatch(/`SPEC.md:3` \| `Round half up.` \| `one` 8\/8 → 1\/5 · `rounds half up`/);
  expect(page).toContain('-Note: halves are rare.');
});

test('the page for a browser says beside each part who needs it, also where results name no tests', () => {
  const page = mapPage(aRun(aShrunk())).parts.join('');
  const told = page.replaceAll(/<[^>]+>/g, '');

  expect(page).toContain('class="note needed"');
  expect(told).toContain('neededby one 8/8 → 1/5 · rounds half up');
  expect(told).toContain('not missed while the others stayon one');
  expect(told).toContain('The results name no tests');
});

test('a part of which nothing could be shown says on whom', () => {
  const [first] = aShrunk().parts;
  if (first === undefined) throw new Error('there is no part');
  const answers = [anAnswer(), anAnswer({ model: 'two', verdict: 'inconclusive', excludes: null })];
  const shrunk = aShrunk({ offer: null, parts: [{ ...first, outcome: 'undecided', answers }] });
  const told = mapPage(aRun(shrunk))
    .parts.join('')
    .replaceAll(/<[^>]+>/g, '');

  expect(told).toContain('undecidedon two, with it → without 8/8 → 8/8');
});

test('the patch turns the text into the shorter one', () => {
  expect(applyPatch(before, patchOf([aShrunk()]))).toBe(after);
  expect(patchOf([aShrunk({ offer: null })])).toBe('');
});

describe('what a spec, a model or a test is called, and what a spec says, is only text', () => {
  test.each(hostileText)('%j', (text) => {
    const shrunk = aShrunk({ target: text, weakOn: [{ spec: text, model: text }] });
    const parts = shrunk.parts.map((judged) => ({
      ...judged,
      part: { ...judged.part, present: `${text}\n`, file: text },
      answers: [anAnswer({ spec: text, model: text, verdict: 'regressed', brokenTests: [text] })],
    }));
    const offer = shrunk.offer && { ...shrunk.offer, texts: [{ path: text, before: text, after: '' }] };
    for (const run of [
      aRun({ ...shrunk, parts, offer }),
      aRun({ ...shrunk, parts, offer: null, end: 'base-too-weak' }),
    ]) {
      expect(harmIn(renderShrinkPage(run), { repositoryUrl: null })).toBeNull();
      expect(renderShrink(run, 'shrink.patch')).not.toMatch(/^::|##\[/m);
    }
  });
});

test('references to what is gone are named where they stand, on the page and in the terminal', () => {
  const dangling = [{ file: 'SPEC.md', line: 3, reference: 'see Notes' }];
  const shrunk = aShrunk();
  if (shrunk.offer === null) throw new Error('nothing is offered');
  const run = aRun({ ...shrunk, offer: { ...shrunk.offer, dangling } });
  const told =
    'These refer to what is gone, and are left as they were written: `see Notes` in `SPEC.md` line 3.';

  expect(renderShrinkPage(run)).toContain(told);
  expect(renderShrink(run, null)).toContain(told);
  expect(renderShrinkPage(aRun(shrunk))).not.toContain('refer to what is gone');
});

test('a budget without room for a single question says what to give, and not to run the same again', () => {
  const run = aRun(aShrunk({ offer: null, end: 'budget', questions: 0 }));

  for (const text of [renderShrinkPage(run), renderShrink(run, null)]) {
    expect(text).toContain('so nothing was asked. Give it more, for example with --max-generations.');
    expect(text).not.toContain('Run it again');
  }
  expect(renderShrinkPage(aRun(aShrunk({ offer: null, end: 'budget', questions: 3 })))).toContain(
    'Run it again',
  );
});
