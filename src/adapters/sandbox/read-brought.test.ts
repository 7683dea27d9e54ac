import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from './limits.ts';
import { readBrought } from './read-brought.ts';

const encoded = Buffer.from('text').toString('base64');

test('files come out by name, once the command had begun', () => {
  const { begun, files } = readBrought(`begun\nreport/junit.xml ${encoded}\nbring/0 ${encoded}\nend\n`);
  expect(begun).toBe(true);
  expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['report/junit.xml', 'text'],
    ['bring/0', 'text'],
  ]);
  expect(readBrought('').begun).toBe(false);
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
  expect(readBrought(`begun\n${name} ${encoded}\n`).files.size).toBe(0);
});

test('no more files than the cap, and none above the size', () => {
  const many = Array.from({ length: 500 }, (_, index) => `report/f${index} ${encoded}`).join('\n');
  expect(readBrought(`begun\n${many}`).files.size).toBeLessThanOrEqual(limits.broughtFiles + 1);
  const large = Buffer.alloc(limits.broughtFileBytes + 1).toString('base64');
  expect(readBrought(`begun\nreport/large ${large}`).files.size).toBe(0);
});

test('whatever text a command forges, names stay plain and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (one, other) => {
      const { files } = readBrought(`begun\nreport/${one} ${encoded}\n${other}\nbring/${other} ${encoded}`);
      for (const name of files.keys()) expect(name).toMatch(/^(?:report\/[\w.-]+|bring\/\d+)$/);
    }),
  );
});
