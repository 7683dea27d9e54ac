import { expect, test } from '@jest/globals';
import { tellingLine } from './last-lines.ts';

test.each([
  [
    'the last line, which most programs end with',
    ['collecting', 'no module named half'],
    'no module named half',
  ],
  [
    'the error that Node shows above its stack and its version',
    [
      'node:internal/modules/cjs/loader:1568',
      '  throw err;',
      "Error: Cannot find module '/tree/test/halfs.test.mjs'",
      '    at Module._load (node:internal/modules/cjs/loader:1341:5)',
      "  code: 'MODULE_NOT_FOUND',",
      '}',
      'Node.js v24.21.0',
    ],
    "Error: Cannot find module '/tree/test/halfs.test.mjs'",
  ],
  [
    'what npm says before the place of its log',
    [
      'npm error Missing script: "tests"',
      'npm error',
      'npm error To see a list of scripts, run:',
      'npm error   npm run',
      'npm error A complete log of this run can be found in: /home/.npm/_logs/2026.log',
    ],
    'npm error Missing script: "tests"',
  ],
  [
    'the last line with words, where none names a fault',
    ['stopped early', 'Node.js v24.21.0'],
    'stopped early',
  ],
  ['the last line, where there is nothing else', ['}'], '}'],
])('%s', (_, lines, expected) => {
  expect(tellingLine(lines)).toBe(expected);
});

test('nothing, where nothing was said', () => {
  expect(tellingLine([])).toBeNull();
});
