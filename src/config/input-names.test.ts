import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { inputNames, outputNames } from './input-names.ts';

const field = z.strictObject({ description: z.string().min(20), default: z.string().optional() });
const action = z
  .strictObject({
    name: z.string(),
    description: z.string(),
    author: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
    inputs: z.record(z.string(), field),
    outputs: z.record(z.string(), field),
    runs: z.strictObject({ using: z.string(), main: z.string() }),
  })
  .parse(parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')));

test('the inputs that the code knows are those of action.yml', () => {
  expect(Object.keys(action.inputs)).toEqual([...inputNames]);
});

test('the outputs that the code knows are those of action.yml', () => {
  expect(Object.keys(action.outputs)).toEqual([...outputNames]);
});

test('every input has a default, so that a workflow names only what it wants changed', () => {
  const without = Object.entries(action.inputs).filter(([, input]) => input.default === undefined);

  expect(without).toEqual([]);
});

test('the Marketplace takes the description and the branding', () => {
  expect(action.description.length).toBeLessThan(125);
  expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
    action.branding.color,
  );
  // One of the Feather icons that the Marketplace lists.
  expect(action.branding.icon).toBe('shuffle');
});

test('the action runs the committed bundle on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});
