import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { aRow, aSummary, aVerdict, aHunk } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { resultFile } from './result-file.ts';
import { resultFileSchema } from './result-schema.ts';

const schemaFile = new URL('../../../../schema/result.schema.json', import.meta.url);
const validate = new Ajv2020().compile(JSON.parse(await readFile(schemaFile, 'utf8')));

describe('result.json', () => {
  test.each(Object.entries(reportSituations))(
    'of the situation %s obeys its published JSON Schema',
    (_, summary) => {
      const written: unknown = JSON.parse(JSON.stringify(resultFile(summary)));

      validate(written);

      expect(validate.errors).toBeNull();
      expect(resultFileSchema.safeParse(written).error).toBeUndefined();
    },
  );

  test('names the blamed lines of the head side', () => {
    const culprit = [aHunk({ headStart: 41, added: ['a', 'b', 'c'] }), aHunk({ headStart: 60, added: [] })];

    const { verdicts } = resultFile(aSummary({ verdicts: [aVerdict({ verdict: 'regressed', culprit })] }));

    expect(verdicts[0]?.culprit.map((entry) => entry.lines)).toEqual([
      [41, 43],
      [60, 60],
    ]);
  });

  test('keeps a model that is called __proto__', () => {
    const half = { base: null, head: { passed: 1, failed: 0 } };
    const byQuestion = new Map([['q', { model: '__proto__', ...half }]]);

    const written = JSON.stringify(
      resultFile(aSummary({ matrix: [{ ...aRow('t', {}), byQuestion }] })).matrix,
    );

    expect(written).toContain('"byModel":{"__proto__":{"base":null,"head":{"passed":1,"failed":0}}}');
  });

  test('refuses what is not in the schema', () => {
    expect(resultFileSchema.safeParse({ ...resultFile(aSummary()), surprise: 1 }).success).toBe(false);
  });
});
