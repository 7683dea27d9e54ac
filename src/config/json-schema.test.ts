import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { jsonSchemaText } from './json-schema.ts';

const committed = readFileSync(new URL('../../schema/spec-portability.schema.json', import.meta.url), 'utf8');
const validate = new Ajv({ strictTypes: false }).compile(JSON.parse(committed));

function accepts(text: string): boolean {
  return validate(parse(text));
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/config/${name}.yml`, import.meta.url), 'utf8');
}

test('the committed JSON Schema is what the definition says today', () => {
  expect(committed).toBe(jsonSchemaText());
});

describe('the JSON Schema', () => {
  test('accepts the documented example with every key, and the smallest file', () => {
    expect(accepts(fixture('every-key'))).toBe(true);
    expect(accepts(fixture('smallest'))).toBe(true);
  });

  test.each(['unknown-key', 'no-writes', 'unknown-provider'])('refuses %s like the action does', (name) => {
    expect(accepts(fixture(name))).toBe(false);
  });

  test('describes every key for editors', () => {
    expect(undescribedKeys(JSON.parse(committed), '')).toEqual([]);
  });
});

/** Key paths of properties without a description, at every depth of a JSON Schema. */
function undescribedKeys(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([word, inside]: [string, unknown]) => {
    if (word !== 'properties') return undescribedKeys(inside, path);
    return Object.entries(Object(inside)).flatMap(([key, property]: [string, unknown]) => {
      const own = Object.hasOwn(Object(property), 'description') ? [] : [`${path}.${key}`];
      return [...own, ...undescribedKeys(property, `${path}.${key}`)];
    });
  });
}
