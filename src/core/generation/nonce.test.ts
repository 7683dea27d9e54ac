import { describe, expect, test } from '@jest/globals';
import { chooseNonce } from './nonce.ts';

describe('the nonce of a spec', () => {
  test('is a short token and the same every time', () => {
    const first = chooseNonce({ protocol: 1, spec: 'duration', texts: ['a', 'b'] });
    expect(first).toMatch(/^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{6}$/);
    expect(chooseNonce({ protocol: 1, spec: 'duration', texts: ['c'] })).toBe(first);
  });

  test('differs between specs and between protocol versions', () => {
    const nonces = [
      chooseNonce({ protocol: 1, spec: 'one', texts: [] }),
      chooseNonce({ protocol: 1, spec: 'two', texts: [] }),
      chooseNonce({ protocol: 2, spec: 'one', texts: [] }),
    ];
    expect(new Set(nonces).size).toBe(3);
  });

  test('occurs in none of the texts: the next candidate is taken, whichever side holds the first', () => {
    const first = chooseNonce({ protocol: 1, spec: 'duration', texts: [] });
    const onBase = chooseNonce({ protocol: 1, spec: 'duration', texts: [`x${first}y`, ''] });
    const onHead = chooseNonce({ protocol: 1, spec: 'duration', texts: ['', first] });
    expect(onBase).not.toBe(first);
    expect(onHead).toBe(onBase);
  });
});
