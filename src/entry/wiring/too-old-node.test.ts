import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { tooOldNode } from './too-old-node.ts';

test.each(['18.20.4', '20.9.0', '20.18.3'])('Node %s is too old', (version) => {
  expect(tooOldNode(version)).toBe(`spec-portability needs Node 20.19 or newer; this is Node ${version}`);
});

test.each(['20.19.0', '20.20.2', '21.0.0', '24.2.0', '100.0.0'])('Node %s will do', (version) => {
  expect(tooOldNode(version)).toBeNull();
});

test('package.json promises the same Node', () => {
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));

  expect(tooOldNode('0.0.0')).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
});
