import { expect, test } from '@jest/globals';
import { runCommand } from './run-command.ts';
import { safeLine } from './safe-line.ts';
import { bytesWithoutSecrets, keepSecret, piecesWithoutSecrets, textWithoutSecrets } from './secrets.ts';

const key = keepSecret('sk-live-0123456789abcdef');
const [first, second] = [key.slice(0, 11), key.slice(11)];

test('a key that a command prints in two writes is in its output in no part', async () => {
  const { stdout, stderr } = await runCommand({
    argv: [
      '/bin/sh',
      '-c',
      `printf 'a %s' ${first}; sleep 0.3; printf '%s b' ${second}; printf %s ${key} >&2`,
    ],
    directory: '/',
    environment: { PATH: '/usr/bin:/bin' },
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });

  expect(stdout.text).toBe('a [key] b');
  expect(stderr.text).toBe('[key]');
});

test('a key is taken out before output is cut to its cap, so that no half of it is kept', async () => {
  const { stdout } = await runCommand({
    argv: ['/bin/sh', '-c', `printf '%s%s%s' "$(printf '%045d' 0)" ${key} "$(printf '%0200d' 0)"`],
    directory: '/',
    environment: { PATH: '/usr/bin:/bin' },
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    outputCapBytes: 100,
  });

  expect(stdout.text).not.toContain('sk-l');
  expect(stdout.text).toContain('[key]');
});

test('bytes around a key that are no text stay as they are', () => {
  const { push, end } = bytesWithoutSecrets();
  const bytes = [Buffer.from([0xff, 0x00]), Buffer.from(`${key}é`)].map((piece) => push(piece));
  expect(Buffer.concat([...bytes, end()])).toEqual(
    Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from('[key]é')]),
  );
});

test('pages of a report in parts show no key that lies across two of them', () => {
  expect([...piecesWithoutSecrets([`<p>${first}`, `${second}</p>`])].join('')).toBe('<p>[key]</p>');
});

test('a line of the log shows no key that hidden characters kept apart', () => {
  expect(safeLine(`see ${first}\u200B\u001B[0m${second}`, true)).toBe('see [key]');
});

test('JSON is cleaned in its texts, not in its names', () => {
  expect(JSON.parse(JSON.stringify({ [key]: [key, 7] }), textWithoutSecrets)).toEqual({
    [key]: ['[key]', 7],
  });
});
