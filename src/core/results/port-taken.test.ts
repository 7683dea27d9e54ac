import { describe, expect, test } from '@jest/globals';
import { portTaken } from './port-taken.ts';
import { redRepository } from './red-repository.ts';
import type { TestRun } from './test-report.ts';

function aRun(of: { readonly code: number; readonly message?: string; readonly stderr?: string }): TestRun {
  const { code, message = '', stderr = '' } = of;
  const nothing = { text: '', droppedBytes: 0 };
  return {
    run: {
      end: { kind: 'exited', code },
      stdout: nothing,
      stderr: { text: stderr, droppedBytes: 0 },
      durationMs: 1,
    },
    report: {
      format: 'node-test',
      cases: [{ id: 'serves', status: code === 0 ? 'passed' : 'failed', message }],
    },
  };
}

describe('a port that another program holds', () => {
  test.each([
    [
      'Error: listen EADDRINUSE: address already in use 127.0.0.1:80',
      'EADDRINUSE: address already in use 127.0.0.1:80',
    ],
    ['OSError: [Errno 98] Address already in use', 'Address already in use'],
    ['listen tcp :8080: bind: address already in use', 'address already in use'],
    ['java.net.BindException: Address already in use (Bind failed)', 'Address already in use (Bind failed)'],
  ])('is read from a message or from what was printed: %s', (line, words) => {
    expect(portTaken(aRun({ code: 1, message: line }))).toBe(words);
    expect(portTaken(aRun({ code: 1, stderr: `not ok\n${line}\n` }))).toBe(words);
  });

  test('is none where the run passed, or failed for another reason', () => {
    expect(portTaken(aRun({ code: 0, stderr: 'EADDRINUSE' }))).toBeNull();
    expect(portTaken(aRun({ code: 1, message: 'expected 3, got 2' }))).toBeNull();
  });

  test('is named where the committed code is red', () => {
    expect(redRepository(aRun({ code: 1, message: 'listen EADDRINUSE' }))?.why).toBe(
      'the test command exited with 1, and a port that it needs was taken: EADDRINUSE',
    );
  });
});
