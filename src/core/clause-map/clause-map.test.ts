import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCut, somePartSamples } from '../../testing/builders/some-part-samples.ts';
import { clauseMap } from './clause-map.ts';
import type { PartSamples } from './part-samples.ts';

const rules = { falseDiscoveries: 0.1, drop: 0.4, beta: 0.1 };

function mapOf(samples: readonly PartSamples[], cut = aCut('One.', 'Two.', 'Three.')) {
  return clauseMap({ target: 'minutes', cut, samples, rules });
}

const states = (samples: readonly PartSamples[]) => mapOf(samples).parts.map(({ state }) => state);

describe('the map of a spec', () => {
  test('names the tests that notice when a part is missing, with both counts', () => {
    const samples = [somePartSamples({ removed: ['part-1'], passes: { rounds: 1, pads: 12 } })];

    const [part] = mapOf(samples).parts;

    expect(part).toMatchObject({
      state: 'noticed',
      by: [
        {
          test: 'rounds',
          on: { spec: 'minutes', model: 'one' },
          full: { passed: 12, failed: 0 },
          without: { passed: 1, failed: 11 },
          beside: [],
        },
      ],
    });
  });

  test('says that nothing notices a part that was missing alone and moved no test', () => {
    const samples = [somePartSamples({ removed: ['part-1'], passes: { rounds: 12, pads: 11 } })];

    expect(states(samples)).toEqual(['unnoticed', 'not-judged', 'not-judged']);
  });

  test('says so only if it holds on every model that was asked', () => {
    const quiet = somePartSamples({ removed: ['part-1'], passes: { rounds: 12 } });
    const elsewhere = somePartSamples({ removed: ['part-2'], passes: { rounds: 12 }, model: 'two' });

    expect(states([quiet, elsewhere])[0]).toBe('not-judged');
    expect(states([quiet, { ...quiet, model: 'two' }])[0]).toBe('unnoticed');
  });

  test('says it neither of too few samples nor of tests that seldom pass on the full text', () => {
    const few = somePartSamples({ removed: ['part-1'], passes: { rounds: 2 }, samples: 2 });
    const weak = somePartSamples({ removed: ['part-1'], passes: { rounds: 1 }, fullPasses: { rounds: 2 } });

    expect(states([few])[0]).toBe('not-judged');
    expect(states([weak])[0]).toBe('not-judged');
  });

  test('never says of a part that was only missing together with others that it alone is unnoticed', () => {
    const samples = [somePartSamples({ removed: ['part-1', 'part-2'], passes: { rounds: 12 } })];

    expect(states(samples)).toEqual(['unnoticed-together', 'unnoticed-together', 'not-judged']);
  });

  test('takes what is noticed of several parts as evidence for the group, not for one of them', () => {
    const map = mapOf([somePartSamples({ removed: ['part-1', 'part-2'], passes: { rounds: 0 } })]);

    expect(map.parts.map(({ state }) => state)).toEqual(['not-judged', 'not-judged', 'not-judged']);
    expect(map.groups).toEqual([
      { parts: ['part-1', 'part-2'], test: 'rounds', on: { spec: 'minutes', model: 'one' } },
    ]);
  });

  test('blames only what is missing beyond a text that the test still passed on', () => {
    const map = mapOf([
      somePartSamples({ removed: ['part-1'], passes: { rounds: 12 } }),
      somePartSamples({ removed: ['part-1', 'part-2'], passes: { rounds: 0 } }),
    ]);

    expect(map.parts[1]).toMatchObject({ state: 'noticed', by: [{ test: 'rounds', beside: ['part-1'] }] });
    expect(map.parts[0]).toMatchObject({ state: 'unnoticed' });
    expect(map.groups).toEqual([]);
  });

  test('blames each of two parts that break the same test, though few texts have either', () => {
    const map = mapOf([
      somePartSamples({ removed: ['part-3'], passes: { rounds: 5 }, samples: 5 }),
      somePartSamples({ removed: ['part-3', 'part-1'], passes: { rounds: 0 }, samples: 3 }),
      somePartSamples({ removed: ['part-3', 'part-2'], passes: { rounds: 0 }, samples: 3 }),
    ]);

    expect(map.parts.map(({ state }) => state)).toEqual(['noticed', 'noticed', 'unnoticed']);
  });

  test('does not blame a part for a drop that is there without it', () => {
    const map = mapOf([
      somePartSamples({ removed: ['part-1'], passes: { rounds: 1 } }),
      somePartSamples({ removed: ['part-1', 'part-2'], passes: { rounds: 0 } }),
    ]);

    expect(map.parts.map(({ state }) => state)).toEqual(['noticed', 'not-judged', 'not-judged']);
  });

  test('names the tests that no missing part moves, once every part was missing', () => {
    const each = ['part-1', 'part-2', 'part-3'].map((id) =>
      somePartSamples({ removed: [id], passes: { rounds: id === 'part-2' ? 0 : 12, knows: 12 } }),
    );

    expect(mapOf(each).unmoved).toEqual(['knows']);
    expect(mapOf(each.slice(1)).unmoved).toEqual([]);
  });

  test('leaves headings out: they go with their sections and say nothing', () => {
    const cut = aCut('# Title', 'One.');
    const samples = [somePartSamples({ removed: ['part-1', 'part-2'], passes: { rounds: 0 } })];

    expect(mapOf(samples, cut).parts.map(({ state }) => state)).toEqual(['noticed']);
  });

  test('claims nothing where nothing was measured', () => {
    const map = mapOf([]);

    expect(map).toMatchObject({ subjects: [], tests: [], unmoved: [], groups: [] });
    expect(new Set(map.parts.map(({ state }) => state))).toEqual(new Set(['not-judged']));
  });

  test('finds fewer links for a test when it is one of very many that could have moved', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`test ${index}`, count]));
    const lone = somePartSamples({ removed: ['part-1'], passes: { rounds: 6 } });
    const crowd = somePartSamples({
      removed: ['part-1'],
      passes: { ...many(8), rounds: 6 },
      fullPasses: many(8),
    });
    const steady = somePartSamples({ removed: ['part-1'], passes: { ...many(12), rounds: 6 } });

    expect(states([lone])[0]).toBe('noticed');
    expect(states([crowd])[0]).toBe('not-judged');
    expect(states([steady])[0]).toBe('noticed');
  });

  test('sees a test that fails without a part beside samples in which everything failed', () => {
    const others = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`test ${index}`, 5]));
    const all = { ...others, rounds: 5 };
    const samples = [
      somePartSamples({ removed: ['part-2'], passes: all, fullPasses: all, samples: 8 }),
      somePartSamples({ removed: ['part-1'], passes: { ...others, rounds: 0 }, fullPasses: all, samples: 8 }),
    ];

    expect(states(samples)[0]).toBe('noticed');
  });

  test('blames a part without which everything fails', () => {
    const none = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`test ${index}`, 0]));

    expect(mapOf([somePartSamples({ removed: ['part-1'], passes: none })]).parts[0]?.by).toHaveLength(20);
  });
});

const someSamples = fc.array(
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('part-1', 'part-2', 'part-3'), { minLength: 1 }),
      fc.constantFrom('one', 'two'),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 8 })),
    )
    .map(([removed, model, passes]) => somePartSamples({ removed, model, passes, samples: 8 })),
  { maxLength: 8 },
);

test('whatever was measured, a part is never both noticed and unnoticed, and a test never moved and unmoved', () => {
  fc.assert(
    fc.property(someSamples, (samples) => {
      const map = mapOf(samples);
      const moved = new Set(map.parts.flatMap(({ by }) => by.map(({ test: id }) => id)));
      for (const { state, by } of map.parts) expect(state === 'noticed').toBe(by.length > 0);
      expect(map.unmoved.filter((id) => moved.has(id))).toEqual([]);
    }),
  );
});

test('whatever was measured, the order in which the samples stand changes no claim', () => {
  fc.assert(
    fc.property(someSamples, (samples) => {
      const claims = (of: readonly PartSamples[]) => mapOf(of).parts.map(({ state }) => state);
      const different = samples.filter(
        ({ removed, model }, index) =>
          samples.findIndex((other) => other.model === model && other.removed.length === removed.length) ===
          index,
      );
      expect(claims(different.toReversed())).toEqual(claims(different));
    }),
  );
});
