import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { limits } from './limits.ts';
import { readSandboxOutput, type SandboxOutput } from './read-output.ts';

const encoded = Buffer.from('text').toString('base64');
const path = (text: string): string =>
  `bring/${Buffer.from(text).toString('base64').replaceAll('/', '_').replaceAll('+', '-')}`;

function read(text: string, mostBytes = 1000): SandboxOutput {
  return readSandboxOutput(Buffer.from(text, 'latin1'), mostBytes);
}

function filesIn(text: string): readonly (readonly [string, string | number])[] {
  return [...read(text).files].map(([name, file]) => [
    name,
    file.kind === 'content' ? Buffer.from(file.base64.toString(), 'base64').toString() : file.bytes,
  ]);
}

test('files come out by name, once the command had begun', () => {
  const text = `begun\nreport/junit.xml ${encoded}\n${path('out/a b.xml')} ${encoded}\nend\n`;
  expect(read(text).begun).toBe(true);
  expect(filesIn(text)).toEqual([
    ['report/junit.xml', 'text'],
    ['bring/out/a b.xml', 'text'],
  ]);
  expect(read('').begun).toBe(false);
});

test('of a file that is too large the size comes out', () => {
  expect(filesIn(`begun\nlarge report/junit.xml 40000000\nlarge ${path('a.xml')} 17\nend\n`)).toEqual([
    ['report/junit.xml', 40_000_000],
    ['bring/a.xml', 17],
  ]);
});

test.each([
  'report/../x',
  'report/..',
  'report/.',
  'report/a/b',
  'bring/x',
  path('../x'),
  path('/etc/passwd'),
  path('a//b'),
  path('a/./b'),
  path('a\nb'),
  '/etc/passwd',
  'report/a\0b',
  'report/',
  'large',
])('a name that is no plain one is left out: %j', (name) => {
  expect(filesIn(`begun\n${name} ${encoded}\n`)).toEqual([]);
  expect(filesIn(`begun\nlarge ${name} 12\n`)).toEqual([]);
});

test('no more files than the cap, none above the size, and none that was cut off', () => {
  const many = Array.from({ length: 600 }, (_, index) => `report/f${index} ${encoded}\n`).join('');
  expect(read(`begun\n${many}`).files.size).toBeLessThanOrEqual(limits.outputFiles + 1);
  const large = Buffer.alloc(1010).toString('base64');
  expect(read(`begun\nreport/large ${large}\n`).files.size).toBe(0);
  expect(read(`begun\nreport/cut ${encoded}`).files.size).toBe(0);
});

test('whatever text a command forges, names stay plain and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: anyCharacter }), (one, other) => {
      const { files } = read(
        `begun\nreport/${one} ${encoded}\n${other}\nbring/${other} ${encoded}\n${path(other)} ${encoded}\n`,
      );
      for (const name of files.keys()) {
        expect(name).toMatch(/^(?:report\/[\w.-]+|bring\/.+)$/);
        expect(name.split('/').some((part) => part === '..' || part === '')).toBe(false);
      }
    }),
  );
});
