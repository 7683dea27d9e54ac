import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { starterWorkflow } from '../../src/core/init/starter-workflow.ts';

const examples = [
  { kind: 'one-job', example: 'merge-queue' },
  { kind: 'fan-out', example: 'fan-out' },
] as const;

test.each(examples)(
  'the $kind workflow that init writes is the example $example',
  async ({ kind, example }) => {
    const text = await readFile(`.github/workflows/examples/${example}.yml`, 'utf8');
    expect(parse(starterWorkflow(kind))).toEqual(parse(text));
  },
);
