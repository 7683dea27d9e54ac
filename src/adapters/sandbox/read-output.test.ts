import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from './limits.ts';
import { readSandboxOutput } from './read-output.ts';

const encoded = Buffer.from('text').toString('base64');

test('files come out by name, once the command had begun', () => {
  const { begun, files } = readSandboxOutput(`begun\nreport/junit.xml ${encoded}\nbring/0 ${encoded}\nend\n`);
  expect(begun).toBe(true);
  expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['report/junit.xml', 'text'],
    ['bring/0', 'text'],
  ]);
  expect(readSandboxOutput('').begun).toBe(false);
});

test.each([
  'report/../x',
  'report/..',
  'report/.',
  'report/a/b',
  'bring/x',
  '/etc/passwd',
  'report/a\0b',
  'report/',
])('a name that is no plain one is left out: %j', (name) => {
  expect(readSandboxOutput(`begun\n${name} ${encoded}\n`).files.size).toBe(0);
});

test('no more files than the cap, and none above the size', () => {
  const many = Array.from({ length: 500 }, (_, index) => `report/f${index} ${encoded}`).join('\n');
  expect(readSandboxOutput(`begun\n${many}`).files.size).toBeLessThanOrEqual(limits.outputFiles + 1);
  const large = Buffer.alloc(limits.outputFileBytes + 1).toString('base64');
  expect(readSandboxOutput(`begun\nreport/large ${large}`).files.size).toBe(0);
});

test('whatever text a command forges, names stay plain and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (one, other) => {
      const { files } = readSandboxOutput(
        `begun\nreport/${one} ${encoded}\n${other}\nbring/${other} ${encoded}`,
      );
      for (const name of files.keys()) expect(name).toMatch(/^(?:report\/[\w.-]+|bring\/\d+)$/);
    }),
  );
});
