import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dropThreshold } from '../../src/core/statistics/gate.ts';
import { dropEvidence } from '../../src/core/statistics/evidence.ts';
import { drawStream, noisyTests, suiteOf, withOneTestAt } from './behaviour.ts';
import { coldStart, shipped, suiteAlone } from './experiments.ts';
import { randomOf } from './random.ts';
import { drawOf, longestStreams, walk } from './walk.ts';
import type { Protocol, Streams, Walked } from './walk.ts';

function run(protocol: Protocol, streams: readonly Streams[]): Walked[] {
  return walk(streams, drawOf(protocol), protocol);
}

// `+` and `-` by sample number; what is not written passed.
function pictured(base: string, head: string): Streams {
  const row = (picture: string): boolean[] => Array.from(picture.padEnd(40, '+'), (sign) => sign === '+');
  return { base: { suite: row(base), tests: [] }, head: { suite: row(head), tests: [] } };
}

function drawn(seed: number, cells: number, protocol: Protocol): Streams[] {
  const random = randomOf(seed, 0);
  const length = longestStreams(drawOf(protocol));
  const behaviour = noisyTests(0.9, 3);
  return Array.from({ length: cells }, () => ({
    base: drawStream(behaviour, length.base, random),
    head: drawStream(withOneTestAt(0.4, behaviour), length.head, random),
  }));
}

describe('a walk over the looks', () => {
  test('ends an unchanged question at the second look and draws nothing of the base', () => {
    expect(run(shipped, [pictured('', '')])[0]).toMatchObject({
      verdict: { verdict: 'held', excludes: 0.4 },
      spent: { head: 5, base: 0, fresh: 0 },
    });
  });

  test('ends a total break at the first look and confirms it with five fresh base samples', () => {
    expect(run(shipped, [pictured('', '------------')])[0]).toMatchObject({
      verdict: { verdict: 'regressed' },
      spent: { head: 3, base: 0, fresh: 5 },
    });
  });

  test('does not block where the fresh base samples show that the stored ones were lucky', () => {
    const lucky = pictured(`${'+'.repeat(20)}-----`, '+--+-+-+--++');
    expect(run({ ...shipped, confirm: 0 }, [lucky])[0]?.verdict.verdict).toBe('regressed');
    expect(run(shipped, [lucky])[0]?.verdict.verdict).toBe('suspected');
  });

  test('pays for both arms where nothing is stored, and has nothing to confirm', () => {
    expect(run(coldStart, [pictured('', '------------')])[0]).toMatchObject({
      verdict: { verdict: 'regressed' },
      spent: { head: 3, base: 3, fresh: 0 },
    });
  });

  test('holds each of many questions to a stricter level than a single one', () => {
    const broken = pictured('', '+--+-+++++++');
    const others = Array.from({ length: 11 }, () => pictured('', ''));
    expect(run({ ...shipped, confirm: 0 }, [broken])[0]?.spent.head).toBeLessThan(12);
    expect(run({ ...shipped, confirm: 0 }, [broken, ...others])[0]?.verdict.verdict).not.toBe('regressed');
  });
});

test('of five stored samples the confirming comparison keeps the best that fit beside the fresh ones', () => {
  const few = { ...shipped, stored: 5 };
  expect(drawOf(few)).toMatchObject({ reused: [0, 1, 2, 3, 4], confirming: [12, 13, 14, 15, 16] });
  expect(run(few, [pictured('', '------------')])[0]).toMatchObject({
    verdict: { verdict: 'regressed' },
    spent: { head: 3, base: 0, fresh: 5 },
  });
});

test('the suite alone at .10 without tests is exactly the suite test at .05', () => {
  const draw = drawOf(suiteAlone);
  const threshold = dropThreshold(draw.looks, 0.05);
  for (let failures = 0; failures <= 3; failures += 1) {
    const look = draw.looks[0] ?? { base: 0, head: 0 };
    const head = '-'.repeat(failures).padEnd(12, '+');
    const evidence = dropEvidence({ base: 20, head: 3 - failures }, look);
    const [walked] = run(suiteAlone, [pictured('', head)]);
    const isDecidedAtOnce = walked?.verdict.verdict === 'regressed' && walked.spent.head === 3;
    expect(isDecidedAtOnce).toBe(evidence >= threshold);
  }
});

describe('for any streams', () => {
  const seed = fc.nat(1e6);
  const protocol = fc.constantFrom(shipped, coldStart, { ...shipped, stored: 3 }, { ...shipped, stored: 12 });

  test('the same streams give the same verdicts and the same bill', () => {
    fc.assert(
      fc.property(seed, protocol, (from, how) => {
        expect(run(how, drawn(from, 3, how))).toEqual(run(how, drawn(from, 3, how)));
      }),
      { numRuns: 50 },
    );
  });

  test('the order in which the samples of a round arrive changes nothing', () => {
    fc.assert(
      fc.property(seed, protocol, fc.infiniteStream(fc.nat(1e6)), (from, how, keys) => {
        const looks = drawOf(how).looks;
        const streams = drawn(from, 2, how);
        const head = withinRounds(
          looks.map((look) => look.head),
          keys,
        );
        const shuffled = streams.map((each) => ({ base: each.base, head: reordered(each.head, head) }));
        const words = (walked: readonly Walked[]) => walked.map(({ verdict }) => verdict);
        expect(words(run(how, shuffled))).toEqual(words(run(how, streams)));
      }),
      { numRuns: 50 },
    );
  });

  test('questions may be put in any order', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const streams = drawn(from, 4, shipped);
        expect(run(shipped, streams.toReversed())).toEqual(run(shipped, streams).toReversed());
      }),
      { numRuns: 30 },
    );
  });

  test('a base that is seen to pass less often than the drop is never called held', () => {
    fc.assert(
      fc.property(seed, protocol, (from, how) => {
        const random = randomOf(from, 1);
        const length = longestStreams(drawOf(how));
        const streams = {
          base: drawStream(suiteOf(0.3, 2), length.base, random),
          head: drawStream(suiteOf(1, 2), length.head, random),
        };
        const verdict = run(how, [streams])[0]?.verdict;
        const base = verdict?.base ?? { passed: 0, failed: 1 };
        expect(verdict?.verdict === 'held' && base.passed / (base.passed + base.failed) < 0.4).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

// Sample numbers, shuffled among those that the same look asks for.
function withinRounds(looks: readonly number[], keys: Iterator<number>): number[] {
  return looks.flatMap((look, index) => {
    const first = looks[index - 1] ?? 0;
    return Array.from({ length: look - first }, (_, offset) => ({
      sample: first + offset,
      key: Number(keys.next().value),
    }))
      .toSorted((one, other) => one.key - other.key)
      .map(({ sample }) => sample);
  });
}

function reordered(stream: Streams['head'], order: readonly number[]): Streams['head'] {
  const row = (values: readonly boolean[]): boolean[] => order.map((sample) => values[sample] === true);
  return { suite: row(stream.suite), tests: stream.tests.map(row) };
}
