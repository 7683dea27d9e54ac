import { expect, describe, test } from '@jest/globals';
import { caseId, withoutRoot } from './case-id.ts';

const root = ['/tmp/cell one', '/private/tmp/cell one'];

describe('an id', () => {
  test('is file, suites and name, the file relative to the workspace by any of its paths', () => {
    const names = ['suite', 'name'];
    const ids = [
      '/tmp/cell one/test/a.js',
      '/private/tmp/cell one/test/a.js',
      'file:///tmp/cell%20one/test/a.js',
      './test/a.js',
    ];
    expect(new Set(ids.map((file) => caseId({ file, names }, root)))).toEqual(
      new Set(['test/a.js > suite > name']),
    );
  });

  test('stays on one line', () => {
    expect(caseId({ file: '', names: ['two\nlines\t here '] }, root)).toBe('two lines here');
  });

  test.each([
    ['the path of its file', 'a.test.mjs', 'a.test.mjs'],
    ['a path below the folder of the command', 'packages/x/a.test.mjs', 'a.test.mjs'],
    ['an absolute path in the workspace', '', '/tmp/cell one/a.test.mjs'],
    ['a path of a file the runner does not name', '', 'test/a.test.ts'],
  ])('is none when all that is said is %s', (_, file, name) => {
    expect(caseId({ file, names: [name] }, root)).toBeNull();
  });

  test('is one for a test that is named like its suite, or that speaks of a file', () => {
    expect(caseId({ file: 'a.js', names: ['parse', 'parse'] }, root)).toBe('a.js > parse > parse');
    expect(caseId({ file: '', names: ['reads config.js'] }, root)).toBe('reads config.js');
    expect(caseId({ file: 'a.test.js', names: ['loads', 'index.js'] }, root)).toBe(
      'a.test.js > loads > index.js',
    );
  });
});

test('a path that only begins like the workspace stays', () => {
  expect(withoutRoot('/tmp/work/a /tmp/workshop/a x/tmp/work', ['/tmp/work'])).toBe(
    'a /tmp/workshop/a x/tmp/work',
  );
});
