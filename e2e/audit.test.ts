import { expect, test } from '@jest/globals';
import { bundle } from '../src/testing/runs/bundle.ts';
import { Nights } from '../src/testing/builders/nights.ts';

test('the audit draws anew each night, opens one issue when a model breaks, and closes it when it recovers', async () => {
  await using nights = await Nights.start(bundle.action);

  const first = await nights.next();
  expect({ code: first.code, outputs: first.outputs }).toMatchObject({
    code: 0,
    outputs: { conclusion: 'success', generations: '6' },
  });
  expect(first.jobSummary).toContain('No drift is open.');
  expect(await nights.calls(() => nights.again())).toBe(0);
  expect(await nights.calls(() => nights.next())).toBe(6);
  expect(nights.issues()).toEqual([]);

  const broken = await nights.next({ isBroken: true });
  expect({ code: broken.code, conclusion: broken.outputs['conclusion'] }).toEqual({
    code: 0,
    conclusion: 'neutral',
  });
  expect(nights.issues()).toEqual(['open: Spec portability drifted: 1 spec on 1 model']);
  expect(nights.world.github.issues()[0]?.body).toContain('`halves` on `hasty`');
  await nights.next({ isBroken: true });
  expect(nights.issues()).toHaveLength(1);

  for (let night = 0; night < 3; night += 1) await nights.next();
  expect(nights.issues()).toEqual(['closed: Spec portability drifted, and recovered']);

  const lines = (await nights.onBranch('spec-portability.jsonl')).trim().split('\n');
  // Seven nights of two series; one night is in the history twice.
  expect(lines).toHaveLength(16);
  expect(await nights.onBranch('badge.svg')).toContain('portable on');
  expect(await nights.onBranch('index.html')).toContain('hasty');
});
