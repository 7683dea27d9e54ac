import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest } from '../digest.ts';
import { readRecordPath, recordPath } from './record-path.ts';

const key = digest('a');

describe('the path of a record', () => {
  test('tells which record it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('generation', 'test-run', 'plan'), fc.nat(), (kind, seed) => {
        const name = { kind, key: digest(seed) } as const;
        expect(readRecordPath(recordPath(name))).toEqual(name);
      }),
    );
  });

  test.each([
    ['of another kind', `notes/${key.slice(0, 2)}/${key}.json`],
    ['in the folder of another key', `plan/00/${key}.json`],
    ['that climbs', `plan/../${key.slice(0, 2)}/${key}.json`],
    ['with a line end', `plan/${key.slice(0, 2)}/${key}.json\n`],
    ['of an inherited name', `constructor/${key.slice(0, 2)}/${key}.json`],
  ])('%s is no record’s', (_, path) => {
    expect(readRecordPath(path)).toBeNull();
  });
});
