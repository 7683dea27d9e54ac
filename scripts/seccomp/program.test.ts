import { describe, expect, test } from '@jest/globals';
import { seccompFilters } from '../../src/adapters/sandbox/seccomp-filters.ts';
import { architectures, largestSegmentBytes, refusedCalls, type Architecture } from './calls.ts';
import { seccompProgram, verdicts } from './program.ts';

/** What the kernel would answer: interprets the instructions as it does. */
function verdictOn(program: Buffer, data: Buffer): string {
  let loaded = 0;
  for (let at = 0; at < program.length; at += 8) {
    const [code, then, otherwise] = [
      program.readUInt16LE(at),
      program.readUInt8(at + 2),
      program.readUInt8(at + 3),
    ];
    const value = program.readUInt32LE(at + 4);
    if (code === 0x20) loaded = data.readUInt32LE(value);
    else if (code === 0x15) at += 8 * (loaded === value ? then : otherwise);
    else if (code === 0x35) at += 8 * (loaded >= value ? then : otherwise);
    else if (code === 0x06)
      return Object.entries(verdicts).find(([, one]) => one === value)?.[0] ?? 'unknown';
    else throw new Error(`not an instruction of ours: ${code}`);
  }
  throw new Error('it ends without a verdict');
}

function asked({ audit }: Architecture, call: number, words: readonly bigint[] = []): Buffer {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call, 0);
  data.writeUInt32LE(audit, 4);
  for (const [index, word] of words.entries()) data.writeBigUInt64LE(word, 16 + 8 * index);
  return data;
}

test('numbers of x32 lead nowhere, whatever call they stand for', () => {
  const [x64] = architectures;
  const program = Buffer.from(seccompFilters['x64']?.join('') ?? '', 'base64');
  const on = (call: number): string | null =>
    x64 === undefined ? null : verdictOn(program, asked(x64, call));
  expect([on(0x4000_0000), on(0x4000_0000 + 101), on(0x4000_0000 + 512)]).toEqual([
    'ENOSYS',
    'ENOSYS',
    'ENOSYS',
  ]);
});

describe.each(architectures)('on $name', (architecture) => {
  const program = Buffer.from(seccompFilters[architecture.name]?.join('') ?? '', 'base64');
  const { calls } = architecture;
  const on = (call: number, words?: readonly bigint[]): string =>
    verdictOn(program, asked(architecture, call, words));

  test('the bytes that are shipped are those that this script makes', () => {
    expect(program).toEqual(seccompProgram(architecture));
  });

  test('every call of the list is refused with its error', () => {
    const answers = Object.keys(refusedCalls).map((name) => [name, on(Reflect.get(calls, name))]);
    expect(Object.fromEntries(answers)).toEqual(refusedCalls);
  });

  test.each([
    ['unix', 1, 'allow'],
    ['IPv4', 2, 'allow'],
    ['IPv6', 10, 'allow'],
    ['netlink', 16, 'allow'],
    ['packet', 17, 'EAFNOSUPPORT'],
    ['crypto', 38, 'EAFNOSUPPORT'],
    ['vsock', 40, 'EAFNOSUPPORT'],
    ['the last one', 46, 'EAFNOSUPPORT'],
  ])('a socket of the family %s: %d is answered with %s', (_, family, answer) => {
    expect(on(calls.socket, [BigInt(family), 1n])).toBe(answer);
    expect(on(calls.socketpair, [BigInt(family), 1n])).toBe(answer);
    // The kernel reads only the low half of this argument.
    expect(on(calls.socket, [BigInt(family) + (1n << 32n)])).toBe(answer);
  });

  test('nothing can be typed into a terminal, and other requests are as always', () => {
    expect(on(calls.ioctl, [0n, 0x5412n])).toBe('EPERM');
    expect(on(calls.ioctl, [0n, 0x541cn])).toBe('EPERM');
    expect(on(calls.ioctl, [0n, 0x5413n])).toBe('allow');
  });

  test('a segment of shared memory is small', () => {
    const largest = BigInt(largestSegmentBytes);
    expect(on(calls.shmget, [0n, largest])).toBe('allow');
    expect(on(calls.shmget, [0n, largest + 1n])).toBe('EINVAL');
    expect(on(calls.shmget, [0n, 1n << 32n])).toBe('EINVAL');
  });

  test('every call that the list does not name is allowed', () => {
    const named = new Set(Object.values(calls));
    const others = Array.from({ length: 470 }, (_, call) => call).filter((call) => !named.has(call));
    expect(others.filter((call) => on(call) !== 'allow')).toEqual([]);
  });

  test('a program of another machine gets nowhere', () => {
    const other = architectures.find(({ name }) => name !== architecture.name) ?? architecture;
    expect(verdictOn(program, asked(other, 0))).toBe('kill');
  });
});
