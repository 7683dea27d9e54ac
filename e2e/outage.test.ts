import { execFile } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { ActionSituation } from '../src/testing/runs/action-world.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import {
  bothModels,
  byNode,
  byShell,
  careful,
  halves,
  halvesConfig,
  reader,
} from '../src/testing/builders/halves.ts';
import { slowness } from '../src/testing/slowness.ts';
import type { ScriptedFault } from '../src/testing/doubles/model-double/scripted-fault.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

const atOnce = { 'retry-after-ms': '1' };

describe('an outage that hits only the head side is no evidence against the head', () => {
  test('429, 529, 500 and cut streams only; a quota that is used up is not waited for, and is named', async () => {
    const outages: readonly ScriptedFault[] = [
      { kind: 'http', status: 429, type: 'rate_limit_error', headers: atOnce },
      { kind: 'http', status: 529, type: 'overloaded_error', headers: atOnce },
      { kind: 'http', status: 500, type: 'api_error', headers: atOnce },
      { kind: 'error-event', type: 'overloaded_error' },
      { kind: 'cut', at: 'mid-stream' },
    ];
    const usedUp = 'insufficient_quota';
    let asked = 0;
    await using world = await actionWorld(
      bundle.action,
      headSideFails(({ model }) =>
        model === 'simulated-hasty'
          ? { kind: 'http', status: 429, type: usedUp, code: usedUp }
          : (outages[(asked += 1) % 9] ?? outages[asked % 3] ?? null),
      ),
    );

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', regressions: '0' });
    expect(await world.result()).toMatchObject({
      conclusion: 'neutral',
      verdicts: [
        { model: 'careful', why: expect.stringContaining('the provider failed') },
        { model: 'hasty', why: expect.stringContaining('the quota was used up') },
      ].map((expected) => ({
        ...expected,
        verdict: 'inconclusive',
        base: { passed: 3, failed: 0, unmeasured: 0 },
        head: { passed: 0, failed: 0, unmeasured: 3 },
        brokenTests: [],
      })),
    });
    expect(asked).toBeGreaterThan(outages.length);
    expect(world.github.checkRuns()).toMatchObject([{ conclusion: 'neutral', annotations: [] }]);
  });

  test('streams that are cut, closed early or end in an error, until the last attempts succeed', async () => {
    const breaks: readonly ScriptedFault[] = [
      { kind: 'cut', at: 'mid-stream' },
      { kind: 'early-close' },
      { kind: 'error-event', type: 'overloaded_error' },
    ];
    const faultsOf = new Map<string, number>();
    await using world = await actionWorld(bundle.action, {
      ...headSideFails(({ model }) => {
        const count = (faultsOf.get(model) ?? 0) + 1;
        faultsOf.set(model, count);
        return breaks[count - 1] ?? null;
      }),
      models: [careful, reader('simulated-hasty', () => true)],
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'success', generations: '20' });
    expect(world.models.requests).toHaveLength(20 + 2 * breaks.length);
  });
});

describe('a vendor that refuses the request as wrongly configured', () => {
  // Which statuses these are is held by src/core/generation/classify-fault.test.ts.
  test('stops that model, and the other is finished and published', async () => {
    await using world = await actionWorld(bundle.action, {
      faults: (_, { model }) =>
        model === 'simulated-hasty' ? { kind: 'http', status: 401, message: 'not with this key' } : null,
    });

    const run = await world.run();

    expect(run.code).toBe(2);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', regressions: '0' });
    expect(await world.result()).toMatchObject({
      models: [
        { id: 'careful', stopped: null },
        { id: 'hasty', stopped: '401 not with this key' },
      ],
      verdicts: [
        { model: 'careful', verdict: 'held' },
        { model: 'hasty', verdict: 'inconclusive' },
      ],
    });
    expect(world.models.callsOf('simulated-hasty')).toBeLessThanOrEqual(8);
    expect(world.github.comments(pullRequestNumber)[0]?.body).toContain('not with this key');
  });

  test('a regression on the other model wins: exit code 1', async () => {
    await using world = await actionWorld(bundle.action, {
      faults: (_, { model }) => (model === 'simulated-careful' ? { kind: 'http', status: 401 } : null),
    });

    expect((await world.run()).code).toBe(1);
  });
});

describe('what hangs', () => {
  test('a vendor that falls silent is given up after `idle`, and asked again', async () => {
    await using world = await actionWorld(bundle.action, {
      config: (url) =>
        halvesConfig(url, {
          models: bothModels(url)
            .slice(1)
            .map((model) => ({ ...model, idle: `${2 * slowness()}s` })),
        }),
      models: [reader('simulated-hasty', () => true)],
      faults: (call) => (call === 1 ? { kind: 'stall', at: 'mid-stream' } : null),
    });

    const run = await world.run();

    expect(run.outputs).toMatchObject({ conclusion: 'success' });
    expect(world.models.callsOf('simulated-hasty')).toBe(11);
  });

  test('code that never ends is tested once more alone, and then counts as failed', async () => {
    // It waits for what never comes, because a loop would take the processor from the tests beside it.
    const hangs =
      'export const half = () => 0;\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n';
    await using world = await actionWorld(bundle.action, {
      config: (url) =>
        halvesConfig(url, {
          spec: { ...byNode, timeout: `${1.5 * slowness()}s` },
          models: bothModels(url).slice(1),
        }),
      models: [
        {
          name: 'simulated-hasty',
          write: ({ specText }) => [
            { path: 'src/half.mjs', content: specText.includes('half up') ? halves.right : hangs },
          ],
        },
      ],
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [
        { verdict: 'regressed', base: { passed: 3 }, head: { passed: 0, failed: 3, unmeasured: 0 } },
      ],
    });
  });

  test('a process that the tests leave behind, holding their output, neither delays the run nor outlives it', async () => {
    const left = `sleep 99999.${process.pid}${Date.now()}`;
    await using world = await actionWorld(bundle.action, {
      config: (url) =>
        halvesConfig(url, {
          models: bothModels(url).slice(0, 1),
          spec: { ...byShell, test: `${left} & ${byShell.test}` },
        }),
    });

    const run = await world.run();

    expect(run.outputs['verdicts']).toContain('5/5');
    expect(await commandLines()).not.toContain(left);
  });
});

function headSideFails(
  fault: (request: { readonly model: string }) => ScriptedFault | null,
): Pick<ActionSituation, 'faults'> {
  return {
    faults: (_, request, { user }) => (user.includes(halves.reworded) ? fault(request) : null),
  };
}

async function commandLines(): Promise<string> {
  return new Promise((resolve) => void execFile('ps', ['-eo', 'args'], (_, stdout) => resolve(stdout)));
}
