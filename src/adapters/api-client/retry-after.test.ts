import { describe, expect, test } from '@jest/globals';
import { retryAfterOf } from './retry-after.ts';

const now = Date.parse('2026-11-01T00:00:00Z');

describe('a wait that a response asks for', () => {
  test.each([
    [{ 'retry-after-ms': '150' }, 150],
    [{ 'retry-after': '1' }, 1000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '150', 'retry-after': '9' }, 150],
    [{ 'retry-after': 'Sun, 01 Nov 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 31 Oct 2026 00:00:30 GMT' }, 0],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '' }, null],
    [{}, null],
  ])('%j is %s ms', (headers, ms) => {
    expect(retryAfterOf(new Headers(Object.entries(headers)), now)).toBe(ms);
  });
});
