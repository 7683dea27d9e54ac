import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges, canApply } from './apply-changes.ts';
import type { Change } from './change.ts';
import { placesIn } from './changes-in.ts';

/** What would be changed first in each test: where it stands, what becomes of it, and how promising it is. */
function firstChanges(path: string, text: string): readonly string[] {
  return placesIn(path, text).map(({ block, places: [first] }) => {
    const { kind, from, to } = first?.change ?? { kind: 'none', from: '', to: '' };
    return `${block ?? '(outside)'}: ${kind} ${from} → ${to}`;
  });
}

function changesOf(path: string, text: string): readonly Change[] {
  return placesIn(path, text).flatMap(({ places }) =>
    places.flatMap(({ change, other }) => (other === null ? [change] : [change, other])),
  );
}

describe('the expected value goes first, and never an input, an import, a path, a name, a key or a message', () => {
  test.each([
    ["test('a', () => assert.equal(parse('5m', 2), 300, 'five 5'));", ['a: expected 300 → 301']],
    ["test('a', () => { expect(parse('5m')).toBe(300); });", ['a: expected 300 → 301']],
    ["test('a', () => { expect(parse('5m')).not.toBe(300); });", ['a: turned not. → ']],
    ["test('a', () => { assert.deepEqual(list('x'), { 'k-1': [2] }); });", ['a: expected 2 → 3']],
    ["it('a', () => { expect(f(1)).to.equal('left'); });", ["a: expected 'left' → 'lefu'"]],
    ["test('a', () => { assert.equal(isOdd(3), true); });", ['a: expected true → false']],
    ["test('a', () => { assert.throws(() => parse('x')); });", ['a: turned throws → doesNotThrow']],
    [
      "test('a', () => { assert.ok(parse('x') > 3, 'm'); });",
      ["a: turned parse('x') > 3 → !(parse('x') > 3)"],
    ],
    ["test.each([['5m', 300]])('case %s', (a, b) => { expect(f(a)).toBe(b); });", ['case : row 300 → 301']],
    ["const rows = [['5m', 300]];\ntest('a', () => f(rows));", ['(outside): row 300 → 301']],
    ["import x from './5.js'; const { y } = require('7');\ntest('a', () => run('x'));", []],
    ["test('a', () => { assert.equal(f(row['in']), row['want']); });", ['a: turned equal → notEqual']],
    ["// assert.equal(f(), 5)\ntest('a', () => { /* assert.equal(1, 2) */ });", []],
    ['test(`a ${1}`, () => { assert.equal(f(/"5/), `b`); });', ['a : expected `b` → `c`']],
  ])('JavaScript: %s', (text, changes) => {
    expect(firstChanges('a.test.js', text)).toEqual(changes);
  });

  test.each([
    ['def test_a():\n    assert half("8", 2) == 4, "message 5"\n', ['test_a: expected 4 → 5']],
    ['def test_a():\n    assert half(8) != 4\n', ['test_a: turned half(8) != 4 → not (half(8) != 4)']],
    [
      'class TestA:\n    def test_a(self):\n        assert f("x") == {"k": [1]}\n',
      ['test_a: expected 1 → 2'],
    ],
    [
      'def test_a():\n    with pytest.raises(ValueError, match="bad"):\n        f("q")\n',
      ['test_a: expected "bad" → "bae"'],
    ],
    [
      '@pytest.mark.parametrize("text,want", [\n    ("5m", 300),\n])\ndef test_a(text, want):\n    assert f(text) == want\n',
      ['test_a: row 300 → 301'],
    ],
    [
      'def test_a(case):\n    assert f(case["in"]) == case["want"]\n',
      ['test_a: turned f(case["in"]) == case["want"] → not (f(case["in"]) == case["want"])'],
    ],
    ['def test_a():\n    assert f(1) == [3]\n', ['test_a: expected 3 → 4']],
    ['def helper():\n    assert f(1) == 2\n', []],
  ])('Python: %s', (text, changes) => {
    expect(firstChanges('test_a.py', text)).toEqual(changes);
  });

  test.each([
    [
      'func TestA(t *testing.T) {\n\tif got := Parse("5m"); got != 300 {\n\t\tt.Errorf("want 300, got %d", got)\n\t}\n}\n',
      ['TestA: expected 300 → 301'],
    ],
    [
      'func TestA(t *testing.T) {\n\trows := []struct {\n\t\tname string\n\t}{\n\t\t{"minutes", "5m", 300},\n\t}\n}\n',
      ['TestA: row 300 → 301'],
    ],
    [
      'func TestA(t *testing.T) {\n\trows := []row{\n\t\t{name: "five", in: "5m", want: 300},\n\t}\n}\n',
      ['TestA: expected 300 → 301'],
    ],
    [
      'import (\n\t"testing"\n)\nfunc TestA(t *testing.T) {\n\tassert.Equal(t, 5, Parse("s"), "msg 3")\n}\n',
      ['TestA: expected 5 → 6'],
    ],
    [
      'func TestA(t *testing.T) {\n\tif _, err := Parse("x"); err == nil {\n\t\tt.Fatal("no error")\n\t}\n}\n',
      ['TestA: turned == → !='],
    ],
  ])('Go: %s', (text, changes) => {
    expect(firstChanges('a_test.go', text)).toEqual(changes);
  });

  test.each([
    [
      'a.rs',
      "#[test]\nfn parses<'a>() { assert_eq!(parse(\"5m\", 'c'), 300u64); }\n",
      ['parses: expected 300u64 → 301u64'],
    ],
    ['a.rs', '#[test]\nfn is_ok() { assert!(ok(3)); }\n', ['is_ok: turned ok(3) → !(ok(3))']],
    ['A.java', '@Test\nvoid parses() { assertEquals(300, parse("5m")); }\n', ['parses: expected 300 → 301']],
    ['a_spec.rb', "it 'parses' do\n  expect(parse('5m')).to eq(300)\nend\n", ['parses: expected 300 → 301']],
  ])('%s: %s', (path, text, changes) => {
    expect(firstChanges(path, text)).toEqual(changes);
  });
});

test('each change of a test has another value than the one before it', () => {
  const text = "test('a', () => { assert.equal(f(), 300); assert.equal(g(), 'a b'); });\n";
  expect(changesOf('a.test.js', text).map(({ to }) => to)).toEqual(['301', '400', "'a c'", "'b b'"]);
});

const pieces = fc.constantFrom(
  ...[
    "test('a', () => { ",
    '});\n',
    'assert.equal(f(1), ',
    '300);',
    "'x\\n%d');",
    '"a"',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '`',
    '${',
    '/',
    '//',
    '\n',
  ],
  ...[
    "import './a.js';\n",
    'def test_x():\n',
    '    assert f("5") == 7\n',
    'expect(g()).toBe(',
    'é',
    "'",
    '-',
    '1.5e3',
    ', ',
    '?',
    'want: 5',
  ],
);

test('making a change alters one stretch of one line, as it says, and nothing else', () => {
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('a.test.ts', 'test_a.py', 'a_test.go', 'a.rs'), (text, path) => {
      for (const change of changesOf(path, text)) {
        const changed = applyChanges(text, [change]) ?? '';
        const at = changed.length === 0 ? -1 : firstDifference(text, changed);
        expect(changed).not.toBe(text);
        expect(change.from).not.toContain('\n');
        const lineStart = text.lastIndexOf('\n', at - 1) + 1;
        const start = lineStart + change.column;
        expect(text.slice(start, start + change.from.length)).toBe(change.from);
        expect(changed).toBe(text.slice(0, start) + change.to + text.slice(start + change.from.length));
      }
    }),
    { numRuns: 1500 },
  );
});

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

describe('a change that was proved on one commit', () => {
  const before = "test('a', () => { assert.equal(f(), 1); });\ntest('b', () => { assert.equal(f(), 2); });\n";
  const [change] = changesOf('a.test.js', before);
  if (change === undefined) throw new Error('a change');

  test('can be made on another one where its line is unchanged', () => {
    const now = `// moved\n${before.replace('2', '3')}`;
    expect(canApply(change, { before, now })).toBe(true);
    expect(applyChanges(now, [change])).toBe(now.replace('f(), 1', 'f(), 2'));
  });

  test.each([
    ['the line reads differently', before.replace('f(), 1', 'f(), 9')],
    ['the line is there more often', `${before}${before}`],
    ['the file cannot be found', ''],
  ])('cannot be made where %s', (_, now) => {
    expect(canApply(change, { before, now })).toBe(false);
  });
});
