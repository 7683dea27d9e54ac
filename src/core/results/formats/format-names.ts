import type { Format } from './formats.ts';

/** The names of all formats, in their order. Whoever needs no more than a name loads none of them. */
export const formatNames = {
  junit: 'junit',
  'jest-json': 'jest-json',
  'mocha-json': 'mocha-json',
  'node-test': 'node-test',
  tap: 'tap',
  'go-test': 'go-test',
} as const satisfies { readonly [Name in Format['name']]: Name };
