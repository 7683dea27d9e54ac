import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { AgentRun, Answer } from '../generation/completion.ts';
import { readAnswer } from '../generation/read-answer.ts';
import type { Reply } from '../generation/reply.ts';
import { aModel } from '../../testing/builders/a-question.ts';
import { aCall, aFailedCall, anAgent, anEnd, wireFacts } from '../../testing/builders/an-agent-run.ts';
import type { AgentEnd } from './agent-end.ts';
import { outcomeOfRun } from './outcome-of-run.ts';
import type { WireFacts } from './wire-facts.ts';

const key = 'key-of-the-vendor-0123456789';

function reply(facts: Partial<WireFacts>, end: Partial<AgentEnd> = {}): Reply {
  const model = { ...aModel({ idleMs: 5_000 }), agent: anAgent({ name: 'scribe' }) };
  return outcomeOfRun({ facts: wireFacts(facts), end: anEnd(end), model, secrets: [key] });
}

function faultOf(facts: Partial<WireFacts>, end: Partial<AgentEnd> = {}) {
  const found = reply(facts, end);
  if (found.kind !== 'fault') throw new Error('it was taken for an answer');
  return found.fault;
}

function runOf(facts: Partial<WireFacts>, end: Partial<AgentEnd> = {}): AgentRun {
  const found = reply(facts, end);
  if (found.kind !== 'completed' || found.completion.agent === undefined) throw new Error('it was no answer');
  return found.completion.agent;
}

function answer(facts: Partial<WireFacts>, end: Partial<AgentEnd> = {}): Answer {
  const found = reply(facts, end);
  if (found.kind !== 'completed') throw new Error('it was no answer');
  return readAnswer({
    completion: found.completion,
    nonce: 'none',
    mayWrite: (path) => path.startsWith('src/'),
  });
}

describe('an agent whose calls were answered', () => {
  test('has written what lies in its folder', () => {
    expect(answer({})).toEqual({ kind: 'files', files: [{ path: 'src/a.mjs', content: 'a;\n' }] });
  });

  test('gave no code where it left no file', () => {
    expect(answer({}, { left: [], texts: new Map() })).toMatchObject({
      why: 'unreadable',
      detail: 'the agent left no file',
    });
  });

  test('is answered after a fault that it got over by itself', () => {
    expect(answer({ calls: [aFailedCall(529), aCall()] })).toMatchObject({ kind: 'files' });
  });

  test('is charged for all of its calls together, and an estimate among them is said', () => {
    const found = reply({ calls: [aCall(), aCall({ isUsageEstimated: true })] });

    expect(found).toMatchObject({
      completion: {
        usage: { inputTokens: 2000, cachedInputTokens: 0, outputTokens: 200 },
        isUsageEstimated: true,
        servedBy: 'served-model',
      },
    });
  });

  test('is shown with its turns and with what it was refused', () => {
    const refused = [{ asked: 'statsig.example', why: 'host', times: 3 }] as const;

    expect(runOf({ refused })).toMatchObject({
      turns: [
        { inputTokens: 1000, outputTokens: 100, tools: ['write'], status: 200 },
        { inputTokens: 1000, outputTokens: 100, tools: [], status: 200 },
      ],
      refused: ['asked for statsig.example: refused (another host, 3 times)'],
      transcript: 'I wrote it.',
    });
  });

  test('has refused where the vendor refused the content last', () => {
    expect(answer({ calls: [aCall(), aCall({ finish: 'refused' })] })).toMatchObject({ why: 'refused' });
    const filtered = aFailedCall(400, { code: 'content_filter' });
    expect(answer({ calls: [aCall(), filtered] })).toMatchObject({ why: 'refused' });
  });
});

describe('what may not be used', () => {
  test.each<[string, Partial<AgentEnd>, string]>([
    [
      'a link',
      { left: [{ path: 'src/l', kind: 'symlink', mode: 0o777, links: 1, size: 0 }] },
      'a symlink is no file',
    ],
    ['a file that was laid for it and is gone', { removed: ['SPEC.md'] }, 'removed a file'],
    ['a file that is not text', { texts: new Map([['src/a.mjs', null]]) }, 'not UTF-8 text'],
    ['a file elsewhere', { left: [fileAt('other/a')], texts: new Map([['other/a', '']]) }, 'may be written'],
    ['a file of git', { left: [fileAt('src/.git/x')], texts: new Map([['src/.git/x', '']]) }, 'files of git'],
  ])('%s makes all of it unusable', (_, end, words) => {
    const read = answer({}, end);

    expect(read).toMatchObject({ kind: 'unusable', why: 'unsafe-path' });
    expect(read).toHaveProperty('detail', expect.stringContaining(words));
  });
});

describe('a limit of the sample', () => {
  test.each([
    ['turns', 'turn-limit'],
    ['tokens', 'token-limit'],
    ['usd', 'money-limit'],
  ] as const)('on %s is evidence, whatever files lie there', (limit, why) => {
    expect(answer({ limit })).toMatchObject({ kind: 'unusable', why });
  });

  test('on time is evidence only after it was run alone', () => {
    expect(faultOf({}, { how: 'timeout' })).toMatchObject({ kind: 'transient', again: 'alone' });
    expect(answer({}, { how: 'timeout', isAlone: true })).toMatchObject({ why: 'time-limit' });
  });

  test('on time is none where the vendor had just failed', () => {
    const calls = [aCall(), aFailedCall(503)];
    const fault = faultOf({ calls }, { how: 'timeout', isAlone: true });

    expect(fault.kind).toBe('transient');
    expect(fault.again).toBeUndefined();
  });

  test('on time counts although the end cut a call', () => {
    const cut = { ...aFailedCall(200), isCutByAgent: true } as const;
    expect(answer({ calls: [aCall(), cut] }, { how: 'timeout', isAlone: true })).toMatchObject({
      why: 'time-limit',
    });
  });

  test('that allows no answer at all is a mistake of the configuration', () => {
    expect(faultOf({ calls: [], limit: 'tokens' })).toMatchObject({
      kind: 'config',
      detail: '`limits.tokens` does not allow scribe a single answer',
    });
  });
});

describe('an outage is no evidence', () => {
  test.each([
    [401, 'config'],
    [403, 'config'],
    [429, 'transient'],
    [503, 'transient'],
    [529, 'transient'],
    [402, 'quota'],
    [null, 'transient'],
    [200, 'transient'],
  ] as const)(
    'status %s from the first call and after a good one, whatever lies in the folder',
    (status, kind) => {
      expect(faultOf({ calls: [aFailedCall(status)] }).kind).toBe(kind);
      expect(faultOf({ calls: [aCall(), aFailedCall(status)] }).kind).toBe(kind);
      expect(faultOf({ calls: [aCall(), aFailedCall(status)] }, { left: [], texts: new Map() }).kind).toBe(
        kind,
      );
    },
  );

  test('a vendor that was silent for too long is not excused by files', () => {
    expect(faultOf({ wasIdle: true })).toMatchObject({
      kind: 'transient',
      detail: 'no data for longer than 5 s',
    });
  });

  test('an agent that hung up on its last call may have waited for a vendor that stalls', () => {
    const cut = { ...aFailedCall(200), isCutByAgent: true } as const;

    expect(faultOf({ calls: [aCall(), cut] })).toMatchObject({
      kind: 'transient',
      detail: 'the agent hung up before the answer was whole',
    });
    expect(faultOf({ calls: [aCall(), cut, cut] }, { how: 'timeout', isAlone: true }).kind).toBe('transient');
    expect(answer({ calls: [aCall(), cut, aCall()] })).toMatchObject({ kind: 'files' });
    expect(answer({ calls: [aCall(), cut], limit: 'turns' })).toMatchObject({ why: 'turn-limit' });
  });

  test('a request that the vendor calls wrong after an answer does not stop the model', () => {
    const wrong = aFailedCall(400, { type: 'invalid_request_error' });

    expect(faultOf({ calls: [wrong] }).kind).toBe('config');
    expect(faultOf({ calls: [aCall(), wrong] }).kind).toBe('no-answer');
  });

  test('a conversation that grew too long is not the length of the spec', () => {
    const long = aFailedCall(400, { message: 'prompt is too long' });
    expect(faultOf({ calls: [aCall(), long] })).toMatchObject({ kind: 'no-answer', mend: 'context' });
  });

  test('an agent that never asked is told with its last words, without the key', () => {
    const fault = faultOf({ calls: [] }, { lastError: `no login for ${key}` });

    expect(fault).toMatchObject({
      kind: 'no-answer',
      detail: 'scribe ended without an answer of the model; its last words: no login for [key]',
    });
  });

  test('a run that was cancelled says nothing', () => {
    expect(faultOf({}, { how: 'cancelled' }).kind).toBe('transient');
  });

  test('calls that were lost are billed, and an answer that broke off may cost more', () => {
    const broken = { ...aFailedCall(200), usage: aCall().usage, isUsageEstimated: true };

    expect(reply({ calls: [aCall(), broken] })).toMatchObject({
      bill: { usage: { inputTokens: 2000 }, isEstimated: true, mayBeMore: true },
    });
    expect(reply({ calls: [aFailedCall(503)] })).toMatchObject({ bill: null });
  });
});

test('no run whose last call failed at the vendor, or during which the vendor was silent, is ever evidence', () => {
  const call = fc.oneof(
    fc.constant(aCall()),
    fc.constantFrom(null, 200, 401, 403, 404, 408, 429, 500, 503, 529).map((status) => aFailedCall(status)),
    fc.constant({ ...aFailedCall(200), isCutByAgent: true as const }),
  );
  const failure = fc
    .constantFrom(null, 200, 400, 401, 402, 403, 404, 408, 413, 429, 500, 503, 529)
    .map((status) => aFailedCall(status));
  const runs = fc.record({
    before: fc.array(call, { maxLength: 5 }),
    last: fc.option(failure),
    limit: fc.constantFrom(null, 'turns' as const, 'tokens' as const, 'usd' as const),
    how: fc.constantFrom('exited' as const, 'timeout' as const, 'cancelled' as const),
    isAlone: fc.boolean(),
  });
  fc.assert(
    fc.property(runs, ({ before, last, limit, how, isAlone }) => {
      const calls = last === null ? before : [...before, last];
      const fault = faultOf({ calls, limit, wasIdle: last === null }, { how, isAlone });
      expect(fault.kind).not.toBe('too-long');
    }),
  );
});

function fileAt(path: string) {
  return { path, kind: 'file', mode: 0o644, links: 1, size: 0 } as const;
}
