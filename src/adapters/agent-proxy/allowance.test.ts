import { describe, expect, test } from '@jest/globals';
import { atOnce } from '../../core/at-once.ts';
import { startModelDouble } from '../../testing/doubles/model-double.ts';
import { aRequest, openTestProxy, wireNames } from '../../testing/doubles/open-test-proxy.ts';
import { Allowance } from './allowance.ts';

const simulated = { name: 'simulated-a', write: () => [] };
const busy = { kind: 'http', status: 529, type: 'overloaded_error' } as const;

describe('the limits of a sample', () => {
  test.each(wireNames)(
    '%s: of twenty requests at once exactly as many are passed on as turns are allowed',
    async (wire) => {
      await using double = await startModelDouble([simulated], { latencyMs: 20 });
      await using proxy = await openTestProxy(wire, double.url, { limits: { turns: 3 } });
      const asked = Array.from({ length: 20 }, async () => status(await proxy.ask()));
      const statuses = await atOnce(asked, async (answer) => answer);
      expect(statuses.toSorted((one, other) => one - other)).toEqual([
        200,
        200,
        200,
        ...Array.from({ length: 17 }, () => 400),
      ]);
      expect(double.requests).toHaveLength(3);
      expect(proxy.facts()).toMatchObject({ limit: 'turns', refused: [] });
      expect(proxy.facts().calls).toHaveLength(3);
    },
  );

  test.each(wireNames)(
    '%s: is answered in the vendor’s own words for a request that is wrong',
    async (wire) => {
      await using double = await startModelDouble([simulated]);
      await using proxy = await openTestProxy(wire, double.url, { limits: { tokens: 1 } });
      expect(await status(await proxy.ask())).toBe(200);
      const refused = await proxy.ask();
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([400, null]);
      expect(JSON.stringify(await refused.json())).toMatch(
        /"error".*limit of this sample is reached: tokens 1\./,
      );
      expect(proxy.facts().limit).toBe('tokens');
    },
  );

  test('a call that failed at the vendor is no turn, and those that wait for it come in its place', async () => {
    await using double = await startModelDouble([simulated], {
      latencyMs: 30,
      faults: (call) => (call < 2 ? busy : null),
    });
    await using proxy = await openTestProxy('messages', double.url, { limits: { turns: 1 } });
    const asked = Array.from({ length: 4 }, async () => status(await proxy.ask()));
    const statuses = await atOnce(asked, async (answer) => answer);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 400, 529, 529]);
    expect(double.requests).toHaveLength(3);
  });

  test('money is counted by the price of the model, with calls at once', async () => {
    await using double = await startModelDouble([simulated], { latencyMs: 20 });
    // A call of the double costs about 12 tokens of output.
    const price = { input: 0, output: 1_000_000 };
    await using proxy = await openTestProxy('chat', double.url, {
      modelChange: { price },
      limits: { usd: 13 },
    });
    const asked = Array.from({ length: 8 }, async () =>
      status(await proxy.ask(aRequest('chat', { max_tokens: 50 }))),
    );
    await atOnce(asked, async (answer) => answer);
    expect(double.requests).toHaveLength(2);
    expect(proxy.facts().limit).toBe('usd');
  });

  test('money without a price is no limit that anybody could keep', () => {
    expect(() => new Allowance({ turns: 1, tokens: 1, usd: 1 }, null)).toThrow('needs a price');
  });

  test('an agent that hangs up before every end gets no turns for nothing', async () => {
    await using double = await startModelDouble([simulated], {
      faults: () => ({ kind: 'stall', at: 'mid-stream' }),
    });
    await using proxy = await openTestProxy('messages', double.url, { limits: { turns: 2 } });
    for (let turn = 0; turn < 2; turn += 1) {
      const leave = new AbortController();
      const answer = await proxy.ask(aRequest('messages'), { signal: leave.signal });
      await answer.body?.getReader().read();
      leave.abort();
      while (proxy.facts().calls.length <= turn) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await proxy.ask()).status).toBe(400);
    expect(proxy.facts()).toMatchObject({
      calls: [{ isCutByAgent: true, isUsageEstimated: true, status: 200 }, { isCutByAgent: true }],
      ...{ limit: 'turns', wasIdle: false },
    });
  });
});

async function status(answer: Response): Promise<number> {
  await answer.text();
  return answer.status;
}
