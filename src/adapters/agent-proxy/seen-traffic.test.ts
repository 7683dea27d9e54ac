import { expect, test } from '@jest/globals';
import { aCall, aFailedCall } from '../../testing/builders/an-agent-run.ts';
import { SeenTraffic } from './seen-traffic.ts';

test('an agent that asks a failing vendor without end is not passed on for ever', () => {
  const seen = new SeenTraffic();
  for (let call = 0; call < 499; call += 1) seen.end(aFailedCall(529), false);
  seen.end(aCall(), false);
  expect(seen.isHopeless).toBe(false);
  seen.end(aFailedCall(null), false);
  expect(seen.isHopeless).toBe(true);
});

test('names of tools are as many and as long as anybody reads', () => {
  const seen = new SeenTraffic();
  seen.end(aCall({ tools: Array.from({ length: 5000 }, () => '\u001B[2Jx'.repeat(1000)) }), false);
  const tools = seen.facts().calls[0]?.tools ?? [];
  expect([tools.length, tools[0]]).toEqual([100, 'x'.repeat(200)]);
});
