import { describe, expect, test } from '@jest/globals';
import { renderPrompt } from '../../core/generation/prompt.ts';
import { readAnswer } from '../../core/generation/read-answer.ts';
import { allWires } from '../providers.ts';
import type { SimulatedModel } from './simulated-model.ts';
import { startSimulatedModels } from './simulated-server.ts';

const wires = await allWires();
const echo: SimulatedModel = {
  name: 'simulated-echo',
  write: ({ specText, sample }) => [{ path: 'src/a.txt', content: `${sample}: ${specText}` }],
};

const spec = {
  name: 'a',
  files: ['SPEC.md'],
  instructions: [],
  writes: ['src/**'],
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' as const },
  timeoutMs: null,
};

function promptFor(text: string) {
  const version = {
    spec,
    side: 'base' as const,
    commit: '',
    files: [{ path: 'SPEC.md', text }],
    instructions: [],
    context: [],
    emptied: [],
  };
  return renderPrompt({ version, nonce: 'K7QZ3M', writes: spec.writes, protectedPatterns: [] });
}

function bodies(text: string) {
  const { system, user } = promptFor(text);
  const model = echo.name;
  return {
    '/v1/messages': { model, max_tokens: 1, system, messages: [{ role: 'user', content: user }] },
    '/v1/responses': { model, instructions: system, input: user },
    '/v1/chat/completions': {
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
    },
  };
}

async function post(url: string, body: unknown) {
  return fetch(url, { method: 'POST', body: JSON.stringify(body) });
}

describe('simulated models', () => {
  test('answer in JSON too, in every format, and count the samples of each prompt', async () => {
    await using server = await startSimulatedModels([echo], { wires });
    const answers: string[] = [];
    for (const [path, body] of Object.entries(bodies('one'))) {
      const response = await post(`${server.url}${path}`, body);
      const text = /=== FILE .*=== DONE K7QZ3M ===/.exec(await response.text())?.[0] ?? '';
      answers.push(JSON.parse(`"${text}"`));
    }
    const contents = answers.map((text) =>
      readAnswer({ completion: { text, finish: 'complete' }, nonce: 'K7QZ3M', mayWrite: () => true }),
    );
    expect(contents).toEqual(
      [0, 1, 2].map((sample) => ({
        kind: 'files',
        files: [{ path: 'src/a.txt', content: `${sample}: one\n` }],
      })),
    );
    expect(server.callsOf('simulated-echo')).toBe(3);
    expect(server.callsOf('simulated-other')).toBe(0);
    expect(server.requests[0]).toMatchObject({ path: '/v1/messages', call: 0, isStreamed: false });
  });

  test('begin a new count for another prompt', async () => {
    await using server = await startSimulatedModels([echo], { wires });
    await (await post(`${server.url}/v1/responses`, bodies('one')['/v1/responses'])).text();
    const other = await (await post(`${server.url}/v1/responses`, bodies('two')['/v1/responses'])).text();
    expect(other).toContain('0: two');
  });

  test('take their time when told to', async () => {
    await using server = await startSimulatedModels([echo], { wires, latencyMs: 120 });
    const start = Date.now();
    await (await post(`${server.url}/v1/responses`, bodies('one')['/v1/responses'])).text();
    expect(Date.now() - start).toBeGreaterThanOrEqual(110);
  });

  test('answer a prompt that is none of ours with words, and what they do not know with the vendor’s errors', async () => {
    await using server = await startSimulatedModels([echo], { wires });
    const strange = await post(`${server.url}/v1/responses`, { model: echo.name, input: 'hi' });
    expect(await strange.text()).toContain('does not state the answer format');
    const unknown = await post(`${server.url}/v1/messages`, {
      ...bodies('one')['/v1/messages'],
      model: 'simulated-nobody',
    });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { type: 'error' }]);
    expect((await post(`${server.url}/v1/responses`, 'nonsense')).status).toBe(400);
    expect((await post(`${server.url}/v2/other`, {})).status).toBe(404);
  });
});
