import { expect, test } from '@jest/globals';
import { isOlder, versionIn } from './version-text.ts';

test.each([
  ['2.1.332 (Claude Code)\n', '2.1.332'],
  ['codex-cli 0.171.0\n', '0.171.0'],
  ['GitHub Copilot CLI v1.0.102.', '1.0.102'],
  ['1.2.0-beta.3+x', '1.2.0-beta.3+x'],
  ['Warning: no colours\ntool version 10.2\n', '10.2'],
])('%j says %s', (text, version) => {
  expect(versionIn(text)).toBe(version);
});

test.each(['', 'unknown', 'a1.2b', '1', `1.${'9'.repeat(50)}`])('%j says none', (text) => {
  expect(versionIn(text)).toBeNull();
});

test.each([
  ['2.1.331', '2.1.332', true],
  ['2.1.332', '2.1.332', false],
  ['2.10.0', '2.9.9', false],
  ['0.9', '0.9.1', true],
  ['1.0.0-beta', '1.0.0', false],
])('%s is older than %s: %s', (one, other, expected) => {
  expect(isOlder(one, other)).toBe(expected);
});
