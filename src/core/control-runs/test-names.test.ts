import { expect, test } from '@jest/globals';
import { declaredAt, declaringFile } from './test-names.ts';

const files = [
  declaringFile(
    'pkg/a.test.js',
    "describe('group', () => { it('adds', f); it('adds more', f); it.each(t)('row %i', f); });",
  ),
  declaringFile('pkg/b.test.js', "it('adds', f);"),
  declaringFile('test_c.py', 'def test_c(x):\n    assert f(x) == 1\n'),
  declaringFile('d_test.go', 'func TestD(t *testing.T) {\n}\n'),
];

test.each([
  ['pkg/a.test.js > group > adds', [{ path: 'pkg/a.test.js', block: 'adds' }]],
  ['a.test.js > group > adds more', [{ path: 'pkg/a.test.js', block: 'adds more' }]],
  ['pkg/a.test.js > group > row 5', [{ path: 'pkg/a.test.js', block: 'row ' }]],
  ['pkg/a.test.js > group > adds (2 tests of this name)', [{ path: 'pkg/a.test.js', block: 'adds' }]],
  ['pkg/a.test.js > group > generated', [{ path: 'pkg/a.test.js', block: null }]],
  ['test_c.py > test_c[1-2]', [{ path: 'test_c.py', block: 'test_c' }]],
  ['example.com/d > TestD > sub', [{ path: 'd_test.go', block: 'TestD' }]],
  [
    'adds',
    [
      { path: 'pkg/a.test.js', block: 'adds' },
      { path: 'pkg/b.test.js', block: 'adds' },
    ],
  ],
  ['other.test.js > adds', []],
])('%s is declared at its place', (id, places) => {
  expect(declaredAt(id, files)).toEqual(places);
});
