import { describe, expect, test } from '@jest/globals';
import { unusableRequest } from '../../core/generation/classify-fault.ts';
import { readVendorError } from './read-vendor-error.ts';

const now = Date.parse('2026-11-01T00:00:00Z');

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
    expect(readVendorError(thrown, now)).toMatchObject({ type: unusableRequest });
  });
});
