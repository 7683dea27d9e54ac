import { expect, test } from '@jest/globals';
import { blockedCall } from './blocked-call.ts';

const run = (stdout: string, stderr = ''): Parameters<typeof blockedCall>[0] => ({
  stdout: { text: stdout, droppedBytes: 0 },
  stderr: { text: stderr, droppedBytes: 0 },
});

test.each([
  'Error: getaddrinfo EAI_AGAIN registry.npmjs.org',
  'Error: connect ECONNREFUSED 127.0.0.1:5432',
  "OSError: [Errno 30] Read-only file system: '/tree/tests/out'",
  'dial tcp: lookup proxy.golang.org: Temporary failure in name resolution',
  'curl: (6) Could not resolve host: example.com',
  "Error: ENOENT: no such file or directory, mkdir '/tree/node_modules/.tool/results'",
])('the line that names the blocked call is found: %s', (line) => {
  expect(blockedCall(run(`ok 1\n  ${line}\nok 2`))).toBe(line);
  expect(blockedCall(run('', line))).toBe(line);
});

test('a plain failure names none', () => {
  expect(blockedCall(run('not ok 1 - rounds half up\nexpected 3, got 2'))).toBeNull();
});
