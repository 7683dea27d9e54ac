import { expect, test } from '@jest/globals';
import { searchState, type PrefixSample } from './search.ts';

const even = (parts: number): readonly number[] => Array.from({ length: parts }, () => 1);
const clear = { base: { passed: 12, failed: 0 }, head: { passed: 0, failed: 5 } };

/** Asks a model that fails whenever the text holds the part at `cause`, until the search has settled. */
function searched(parts: number, cause: number) {
  const samples: PrefixSample[] = [];
  for (;;) {
    const state = searchState({ prior: even(parts), detected: clear, most: 20 }, samples);
    if (state.kind === 'settled') return { state, samples };
    samples.push({ prefix: state.prefix, passed: state.prefix <= cause });
  }
}

test.each([0, 3, 7])('a model without noise gives away part %i of 8', (cause) => {
  const { state } = searched(8, cause);
  expect(state).toMatchObject({ kind: 'settled', end: 'found' });
  expect(state.likely).toEqual([cause]);
});
