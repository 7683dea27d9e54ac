import { describe, expect, test } from '@jest/globals';
import type { Origin } from './record.ts';
import { isFresh, maxRecordAgeMs, mayUse, type Reader } from './trust.ts';

const origins = {
  'the default branch': {
    at: 0,
    event: 'default-branch',
    ref: 'refs/heads/main',
    run: '1',
    pullRequest: null,
  },
  'PR 7': { at: 0, event: 'pull-request', ref: 'refs/pull/7/merge', run: '2', pullRequest: 7 },
  'PR 8': { at: 0, event: 'pull-request', ref: 'refs/pull/8/merge', run: '3', pullRequest: 8 },
  'a numberless PR run': { at: 0, event: 'pull-request', ref: null, run: '4', pullRequest: null },
  'a dispatch on x': { at: 0, event: 'manual', ref: 'refs/heads/x', run: '5', pullRequest: null },
  'a desk': { at: 0, event: 'local', ref: null, run: null, pullRequest: null },
  'import a1': { at: 0, event: 'local', ref: null, run: null, pullRequest: null, import: 'a1'.repeat(8) },
  'import b2': { at: 0, event: 'local', ref: null, run: null, pullRequest: null, import: 'b2'.repeat(8) },
} as const satisfies Record<string, Origin>;

const readers = {
  'PR 7': { event: 'pull-request', ref: 'refs/pull/7/merge', pullRequest: 7 },
  'the default branch': { event: 'default-branch', ref: 'refs/heads/main', pullRequest: null },
  'a dispatch on x': { event: 'manual', ref: 'refs/heads/x', pullRequest: null },
  'a dispatch on y': { event: 'manual', ref: 'refs/heads/y', pullRequest: null },
  'a desk': { event: 'local', ref: null, pullRequest: null },
  'a desk that replays PR 7': { event: 'local', ref: null, pullRequest: 7 },
  'a desk that judges import a1': { event: 'local', ref: null, pullRequest: null, import: 'a1'.repeat(8) },
} as const satisfies Record<string, Reader>;

const mayRelyOn: Readonly<Record<keyof typeof readers, readonly (keyof typeof origins)[]>> = {
  'PR 7': ['the default branch', 'PR 7'],
  'the default branch': ['the default branch'],
  'a dispatch on x': ['the default branch', 'a dispatch on x'],
  'a dispatch on y': ['the default branch'],
  'a desk': ['the default branch', 'a desk'],
  'a desk that replays PR 7': ['the default branch', 'PR 7', 'a desk'],
  'a desk that judges import a1': ['the default branch', 'a desk', 'import a1'],
};

describe('a run relies on records of the default branch and of its own kind alone', () => {
  test.each(Object.entries(readers))('%s', (name, reader) => {
    const usable = Object.entries(origins).filter(([, origin]) => mayUse({ origin }, reader));
    const expected = Object.entries(mayRelyOn).find(([key]) => key === name)?.[1];
    expect(usable.map(([key]) => key)).toEqual(expected);
  });
});

describe('a record is planned with', () => {
  const age = { now: 10 * maxRecordAgeMs, maxAgeMs: maxRecordAgeMs };
  test.each([
    ['for seven days', 9 * maxRecordAgeMs, true],
    ['not longer', 9 * maxRecordAgeMs - 1, false],
    ['not when it comes from a far future', 12 * maxRecordAgeMs, false],
  ])('%s', (_, at, fresh) => {
    expect(isFresh({ origin: { at } }, age)).toBe(fresh);
  });
});
