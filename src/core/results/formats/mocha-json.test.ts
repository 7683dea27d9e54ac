import { describe, expect, test } from '@jest/globals';
import { readAnyReport } from '../read-report.ts';

const aTest = (title: string, more: object = {}): object => ({
  title,
  fullTitle: `outer ${title}`,
  file: '/w/test/a.js',
  err: {},
  ...more,
});

const report = (of: { tests: object[]; pending?: object[]; failures?: object[] }): string =>
  JSON.stringify({ stats: { tests: of.tests.length }, pending: [], failures: [], passes: [], ...of });

describe('the JSON of mocha is read', () => {
  test('with file, suites and name, with what failed and what was left out', () => {
    const failed = aTest('fails', { err: { message: 'not 3', stack: 'Error: not 3' } });
    const pending = aTest('waits');
    const text = report({ tests: [aTest('works'), failed, pending], pending: [pending], failures: [failed] });
    expect(readAnyReport(text, ['/w'])).toEqual({
      format: 'mocha-json',
      cases: [
        { id: 'test/a.js > outer > works', status: 'passed', message: '' },
        { id: 'test/a.js > outer > fails', status: 'failed', message: 'not 3' },
        { id: 'test/a.js > outer > waits', status: 'skipped', message: '' },
      ],
    });
  });

  test('with a hook that failed, which is no test', () => {
    const hook = aTest('"before all" hook', { err: { message: 'no server' } });
    const found = readAnyReport(report({ tests: [aTest('works')], failures: [hook] }), ['/w']);
    expect(found?.cases.map(({ status }) => status)).toEqual(['passed', 'failed']);
  });

  test('and is no report where it is cut off', () => {
    expect(readAnyReport(report({ tests: [aTest('works')] }).slice(0, -20), ['/w'])).toBeNull();
  });
});
