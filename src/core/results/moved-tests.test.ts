import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { movedTests } from './moved-tests.ts';

const body = `  it('rounds up', () => {
    expect(minutes(90)).toBe(2);
  });
`;
const inDescribe = (title: string, inner = body): string => `describe('${title}', () => {\n${inner}});\n`;
const file = (base: string, head: string, from = 'test/a.test.js') => ({
  path: 'test/a.test.js',
  from,
  base,
  head,
});

test('a test of a renamed file keeps its past when its path inside the file is the same', () => {
  const moved = movedTests({
    base: ['test/old.test.js > minutes > rounds up', 'test/old.test.js > minutes > gone'],
    head: ['test/a.test.js > minutes > rounds up', 'test/a.test.js > minutes > new'],
    files: [file('', '', 'test/old.test.js')],
  });

  expect([...moved]).toEqual([
    ['test/old.test.js > minutes > rounds up', 'test/a.test.js > minutes > rounds up'],
  ]);
});

test('a test under a renamed describe keeps its past when its body is the same', () => {
  const moved = movedTests({
    base: ['test/a.test.js > minutes > rounds up'],
    head: ['test/a.test.js > durations > rounds up'],
    files: [file(inDescribe('minutes'), inDescribe('durations'))],
  });

  expect([...moved]).toEqual([
    ['test/a.test.js > minutes > rounds up', 'test/a.test.js > durations > rounds up'],
  ]);
});

test.each([
  ['its body changed', inDescribe('durations', body.replace('toBe(2)', 'toBe(3)'))],
  ['its name stands twice', inDescribe('durations', body + body)],
  ['its name stands nowhere as text', inDescribe('durations', body.replace("'rounds up'", 'name'))],
])('a test under a renamed describe is a new one when %s', (_, head) => {
  const moved = movedTests({
    base: ['test/a.test.js > minutes > rounds up'],
    head: ['test/a.test.js > durations > rounds up'],
    files: [file(inDescribe('minutes'), head)],
  });

  expect([...moved]).toEqual([]);
});

test('a test that moved to a file that is no rename is a new one', () => {
  const moved = movedTests({
    base: ['test/old.test.js > minutes > rounds up'],
    head: ['test/a.test.js > minutes > rounds up'],
    files: [file(inDescribe('minutes'), inDescribe('minutes'))],
  });

  expect([...moved]).toEqual([]);
});

test('a name that two suites share is not paired', () => {
  const moved = movedTests({
    base: ['test/a.test.js > one > rounds up', 'test/a.test.js > two > rounds up'],
    head: ['test/a.test.js > three > rounds up'],
    files: [file(inDescribe('one'), inDescribe('three'))],
  });

  expect([...moved]).toEqual([]);
});

test('no test of the head has two pasts, and a test that both sides have keeps its own', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const id = fc.tuple(fc.constantFrom('x.js', 'y.js'), name, name).map((parts) => parts.join(' > '));
  const pair = fc.record({
    path: fc.constantFrom('x.js', 'y.js'),
    from: fc.constantFrom('x.js', 'y.js'),
    base: fc.constant("it('a', () => {})\nit('b', () => {})"),
    head: fc.constant("it('a', () => {})\nit('b', () => {})"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.uniqueArray(id), fc.array(pair), (base, head, files) => {
      const moved = movedTests({ base, head, files });
      expect(new Set(moved.values()).size).toBe(moved.size);
      for (const [from, to] of moved) {
        expect(head).toContain(to);
        expect(head).not.toContain(from);
        expect(base).not.toContain(to);
      }
    }),
  );
});
