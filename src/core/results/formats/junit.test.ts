import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { junit } from './junit.ts';
import { readReport } from '../read-report.ts';

const root = ['/scratch/workspace'];
const suite = (inner: string): string => `<testsuites><testsuite name="s">${inner}</testsuite></testsuites>`;

describe('JUnit XML is read', () => {
  test('with file, nested suites and name, and without the class name beside a file', () => {
    const text =
      '<?xml version="1.0"?><testsuites name="runner"><testsuite name="outer" file="/scratch/workspace/a.test.js">' +
      '<testsuite name="inner"><testcase name="works" classname="x.y"/></testsuite></testsuite></testsuites>';
    expect(readReport(junit, text, root)?.cases).toEqual([
      { id: 'a.test.js > outer > inner > works', status: 'passed', message: '' },
    ]);
  });

  test('with numeric and named entities decoded once', () => {
    const text = suite('<testcase name="&#8364; &#x1F600; &lt;&amp;amp;&gt; &quot;&apos;"/>');
    expect(readReport(junit, text, root)?.cases[0]?.id).toBe('s > € 😀 <&amp;> "\'');
  });

  test('with failures and errors as failed, and their message or text', () => {
    const text = suite(
      '<testcase name="a"><failure message="no &lt;good&gt;">stack</failure></testcase>' +
        '<testcase name="b"><error><![CDATA[went wrong]]></error></testcase><testcase name="c"><skipped/></testcase>',
    );
    expect(readReport(junit, text, root)?.cases).toEqual([
      { id: 's > a', status: 'failed', message: 'no <good>' },
      { id: 's > b', status: 'failed', message: 'went wrong' },
      { id: 's > c', status: 'skipped', message: '' },
    ]);
  });

  test('with a single suite as its root, and names like __proto__', () => {
    const text = '<testsuite name="__proto__"><testcase name="constructor"/></testsuite>';
    expect(readReport(junit, text, root)?.cases[0]?.id).toBe('__proto__ > constructor');
  });

  test('with tests of one name in one row', () => {
    const text = suite('<testcase name="a"/><testcase name="a"><failure/></testcase><testcase name="a"/>');
    expect(readReport(junit, text, root)?.cases).toEqual([
      { id: 's > a (3 tests of this name)', status: 'failed', message: '' },
    ]);
  });

  test.each([
    ['where no file is named', '<testcase classname="c.D" name="a"/>', ['s > c.D > a']],
    ['where the suite is called the same', '<testcase classname="s" name="a"/>', ['s > a']],
    ['where the name says it already', '<testcase classname="c.D" name="c.D a"/>', ['s > c.D a']],
    [
      'said in part of the suite, where two tests share an id',
      '<testcase classname="s" name="a"/><testcase classname="" name="a"/>',
      ['s > s > a', 's > a'],
    ],
    [
      'next to a file only where two tests share an id',
      '<testcase file="x.rb" classname="A" name="a"/><testcase file="x.rb" classname="B" name="a"/><testcase file="x.rb" classname="B" name="b"/>',
      ['x.rb > s > A > a', 'x.rb > s > B > a', 'x.rb > s > b'],
    ],
  ])('with the class name: %s', (_, inner, ids) => {
    expect(readReport(junit, suite(inner), root)?.cases.map(({ id }) => id)).toEqual(ids);
  });

  test('of pytest without files: two modules with a test of one name stay two tests', () => {
    const text =
      '<testsuite name="pytest"><testcase classname="tests.test_b" name="test_works"><failure/></testcase>' +
      '<testcase classname="tests.test_a" name="test_works"/></testsuite>';
    expect(readReport(junit, text, root)?.cases.map(({ id, status }) => `${status} ${id}`)).toEqual([
      'failed tests.test_b > test_works',
      'passed tests.test_a > test_works',
    ]);
  });

  test('with the paths of the workspace taken out of names and messages, and messages clipped', () => {
    const failure = `<failure message="at file:///scratch/workspace/a.js in /scratch/workspace ${'x'.repeat(3000)}"/>`;
    const found = readReport(
      junit,
      suite(`<testcase name="reads /scratch/workspace/b.txt">${failure}</testcase>`),
      root,
    );
    expect(found?.cases[0]?.id).toBe('s > reads b.txt');
    expect(found?.cases[0]?.message.startsWith('at a.js in . x')).toBe(true);
    expect(found?.cases[0]?.message).toHaveLength(2000);
  });
});

describe('a JUnit report is none', () => {
  test.each([
    ['when an element is not closed', '<testsuites><testsuite name="s"><testcase name="a"/>'],
    ['when it is cut off in a tag', '<testsuites><testcase na'],
    ['when it is no JUnit', '<html><body/></html>'],
    ['when it is empty', ''],
    ['when it is nested beyond reason', `${'<testsuite>'.repeat(5000)}${'</testsuite>'.repeat(5000)}`],
  ])('%s', (_, text) => {
    expect(readReport(junit, text, root)).toBeNull();
  });
});

test('entities that a DOCTYPE defines are not expanded', () => {
  const levels = Array.from(
    { length: 20 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  );
  const bomb = `<!DOCTYPE x [<!ENTITY e0 "boom">${levels.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
  const report = readReport(
    junit,
    `${bomb}${suite('<testcase name="&e20;"/><testcase name="&file;"/>')}`,
    root,
  );
  expect(report?.cases.map(({ id }) => id) ?? []).toEqual(report === null ? [] : ['s > &e20;', 's > &file;']);
});

const characters = fc
  .string({ unit: 'grapheme' })
  .filter((text) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u.test(text));

test('a name comes through escaping and back', () => {
  fc.assert(
    fc.property(characters, (name) => {
      const escaped = name
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;')
        .replaceAll(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
      const id = readReport(junit, suite(`<testcase name="${escaped}"/>`), root)?.cases[0]?.id;
      expect(id).toBe(`s > ${name.replaceAll(/\s+/g, ' ').trim() || '(unnamed)'}`);
    }),
  );
});

test('the JUnit parser never throws', () => {
  const piece = fc.constantFrom(
    '<testsuite>',
    '</testsuite>',
    '<testcase name="a"/>',
    '<__proto__>',
    '</__proto__>',
    '&#0;',
    ']]>',
    '<!--',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), piece)), (pieces) => {
      readReport(junit, pieces.join(''), root);
      readReport(junit, suite(pieces.join('')), root);
    }),
  );
});
