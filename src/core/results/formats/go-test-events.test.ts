import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { goTestEvents } from './go-test-events.ts';
import { readAnyReport, readReport } from '../read-report.ts';

const event = (Action: string, Test?: string, Package = 'p'): string =>
  JSON.stringify({ Action, Package, ...(Test === undefined ? {} : { Test }) });

const whole = [event('run', 'TestA'), event('pass', 'TestA'), event('pass')];

describe('what go test -json prints', () => {
  test('is a report once every package came to its end, whatever the go command says between', () => {
    const text = ['# p/other', 'FAIL\tp/other [build failed]', ...whole, ''].join('\n');
    expect(readReport(goTestEvents, text, [])?.cases).toEqual([
      { id: 'p > TestA', status: 'passed', message: '' },
    ]);
    expect(readAnyReport(text, [])?.format).toBe('go-test');
  });

  test.each([
    ['when it is empty', []],
    ['when nothing was built', ['FAIL\tp [build failed]']],
    ['without the end of a package', whole.slice(0, -1)],
    ['when another package has no end', [...whole, event('run', 'TestB', 'q')]],
    ['with half a line', [...whole, '{"Action":"pa']],
    ['with an action that is no text', [...whole, '{"Action":1}']],
  ])('is none %s', (_, lines) => {
    expect(readReport(goTestEvents, lines.join('\n'), [])).toBeNull();
  });

  test('a test that began and did not end is not reported', () => {
    const text = [event('run', 'TestA'), event('run', 'TestB'), event('pass', 'TestB'), event('pass')];
    expect(readReport(goTestEvents, text.join('\n'), [])?.cases.map(({ id }) => id)).toEqual(['p > TestB']);
  });

  test('a benchmark is no test', () => {
    const text = [event('pass', 'BenchmarkA'), ...whole];
    expect(readReport(goTestEvents, text.join('\n'), [])?.cases).toHaveLength(1);
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...whole))), (lines) => {
      readReport(goTestEvents, lines.join('\n'), ['/w']);
    }),
  );
});
