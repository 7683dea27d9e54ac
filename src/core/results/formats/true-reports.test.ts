import { expect, describe, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readAnyReport } from '../read-report.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures/test-reports');
const reportSchema = z.object({
  format: z.string(),
  cases: z.array(z.object({ id: z.string(), status: z.string(), message: z.string() })),
  cutShort: z.array(z.string()).optional(),
});
const expectedSchema = z.record(
  z.string(),
  z.object({ file: z.string().nullable(), exitCode: z.number(), report: reportSchema.nullable() }),
);

const runners = readdirSync(fixtures).filter((name) => !name.startsWith('sources'));
const situations = readdirSync(join(fixtures, 'sources'));

function expectedOf(runner: string): z.infer<typeof expectedSchema> {
  return expectedSchema.parse(JSON.parse(readFileSync(join(fixtures, runner, 'expected.json'), 'utf8')));
}

function idsOf(runner: string, situation: string): readonly string[] {
  return (expectedOf(runner)[situation]?.report?.cases ?? []).map(({ id, status }) => `${status} ${id}`);
}

describe.each(runners)('true output of %s', (runner) => {
  const expected = expectedOf(runner);

  test('there is one of every situation', () => {
    expect(Object.keys(expected)).toEqual(situations.toSorted());
  });

  test.each(Object.entries(expected).filter(([, { file }]) => file !== null))(
    '%s is read as expected',
    (_, { file, report }) => {
      const text = readFileSync(join(fixtures, runner, file ?? ''), 'utf8');
      expect(readAnyReport(text, ['/scratch/workspace'])).toEqual(report);
    },
  );

  test('no id holds a path of the machine, and none is a file', () => {
    const ids = Object.values(expected).flatMap(({ report }) => (report?.cases ?? []).map(({ id }) => id));
    expect(ids.filter((id) => id.includes('scratch') || /\.test\.js( #\d+)?$/.test(id))).toEqual([]);
  });

  test('a test that ends the process with 0 leaves no report that says everything passed', () => {
    const cases = expected['exits-zero-in-test']?.report?.cases ?? [];
    expect(cases.some(({ id, status }) => id.endsWith('after') && status === 'passed')).toBe(false);
  });
});

describe('ids', () => {
  test.each(situations)('are the same under Node 20 and Node 24: %s', (situation) => {
    expect(idsOf('node-test-20', situation)).toEqual(idsOf('node-test-24', situation));
    expect(idsOf('node-tap-20', situation)).toEqual(idsOf('node-tap-24', situation));
  });

  const alike = situations.filter((situation) => situation !== 'exits-zero-in-test');

  test.each(alike)('are the same under node:test, jest and vitest: %s', (situation) => {
    expect(idsOf('jest', situation)).toEqual(idsOf('node-test-24', situation));
    expect(idsOf('vitest', situation)).toEqual(idsOf('node-test-24', situation));
  });
});
