import { describe, expect, test } from '@jest/globals';
import { readVendorError, retryAfterOf } from './read-vendor-error.ts';

const now = Date.parse('2026-11-01T00:00:00Z');

describe('a wait that a vendor asks for', () => {
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

describe('an error thrown during a call', () => {
  test('is ours when it looks like a mistake in a program', () => {
    expect(
      readVendorError(new TypeError("Cannot read properties of undefined (reading 'x')"), now),
    ).toBeNull();
    expect(readVendorError('a string', now)).toBeNull();
  });

  test('is the network when fetch threw it', () => {
    const refused = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    expect(readVendorError(refused, now)).toMatchObject({
      status: null,
      type: null,
      message: 'fetch failed: connect ECONNREFUSED 127.0.0.1:1',
    });
    expect(readVendorError(new TypeError('terminated'), now)).toMatchObject({
      type: null,
      message: 'terminated',
    });
  });

  test('is a wrong request when the key cannot be sent in a header', () => {
    const thrown = new TypeError('Headers.set: "Bearer a" is an invalid header value.');
    expect(readVendorError(thrown, now)).toMatchObject({ type: 'invalid_request_error' });
  });
});
