import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCut } from '../../testing/builders/some-part-samples.ts';
import { someTextSamples } from '../../testing/builders/some-text-samples.ts';
import { changeMap } from './change-map.ts';
import type { TextSamples } from './text-samples.ts';

const rules = { falseDiscoveries: 0.1, drop: 0.4, beta: 0.1 };
const all = ['part-1', 'part-2', 'part-3'];
// Other tests of the suite, which nothing moves.
const steady = { reads: 8, writes: 8 };

function mapOf(samples: readonly TextSamples[], cut = aCut('One.', 'Two.', 'Three.')) {
  return changeMap({ spec: 'minutes', cut, samples, rules });
}

const base = someTextSamples({ has: [], passes: { ...steady, rounds: 8 }, samples: 8 });
const head = someTextSamples({ has: all, passes: { ...steady, rounds: 0 }, samples: 8 });
const sixOf = (has: readonly string[], rounds: number): TextSamples =>
  someTextSamples({ has, passes: { reads: 6, writes: 6, rounds }, samples: 6 });

describe('the map of a change', () => {
  test('names the tests that break once a part is there, from the text with it alone', () => {
    const { parts } = mapOf([base, head, sixOf(['part-2'], 0), sixOf(['part-1', 'part-3'], 6)]);

    expect(parts[1]).toMatchObject({
      state: 'noticed',
      breaks: [{ test: 'rounds', on: { spec: 'minutes', model: 'one' }, beside: [] }],
      needs: [],
    });
    expect(parts.map(({ breaks }) => breaks.length)).toEqual([0, 1, 0]);
  });

  test('names the tests that need a part, from the text without it alone', () => {
    const before = someTextSamples({ has: [], passes: { ...steady, pads: 0 }, samples: 8 });
    const after = someTextSamples({ has: all, passes: { ...steady, pads: 8 }, samples: 8 });
    const without = someTextSamples({
      has: ['part-1', 'part-2'],
      passes: { ...steady, pads: 0 },
      samples: 8,
    });

    const { parts } = mapOf([before, after, without]);

    expect(parts[2]).toMatchObject({ state: 'noticed', breaks: [], needs: [{ test: 'pads' }] });
  });

  test('says that nothing notices a part only where the base with it alone and the head without it move no test', () => {
    const [before, after] = [base, { ...base, has: all }];
    const alone = someTextSamples({ has: ['part-1'], passes: { ...steady, rounds: 8 }, samples: 8 });
    const without = { ...alone, has: ['part-2', 'part-3'] };

    expect(mapOf([before, after, alone, without]).parts[0]?.state).toBe('unnoticed');
    expect(mapOf([before, after, alone]).parts[0]?.state).toBe('unnoticed-together');
  });

  test('names the tests that no changed part moves', () => {
    expect(mapOf([base, head, sixOf(['part-2'], 0)]).unmoved).toEqual(['reads', 'writes']);
  });

  test('takes a changed heading for a part like others', () => {
    const cut = aCut('# New title', 'Two.');
    const alone = sixOf(['part-1'], 0);

    expect(mapOf([base, { ...head, has: ['part-1', 'part-2'] }, alone], cut).parts[0]?.breaks).toHaveLength(
      1,
    );
  });

  test('claims nothing of a model whose base was not sampled', () => {
    const { tests, parts } = mapOf([{ ...sixOf(['part-2'], 0), model: 'two' }]);

    expect(tests).toEqual([]);
    expect(new Set(parts.map(({ state }) => state))).toEqual(new Set(['not-judged']));
  });
});

const someTexts = fc.array(
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...all)),
      fc.constantFrom('one', 'two'),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 6 })),
    )
    .map(([has, model, passes]) => someTextSamples({ has, model, passes, samples: 6 })),
  { maxLength: 8 },
);

test('whatever was measured, a part is noticed if and only if a test breaks with it or needs it', () => {
  fc.assert(
    fc.property(someTexts, (samples) => {
      for (const { state, breaks, needs } of mapOf(samples).parts)
        expect(state === 'noticed').toBe(breaks.length + needs.length > 0);
    }),
    { numRuns: 30 },
  );
});
