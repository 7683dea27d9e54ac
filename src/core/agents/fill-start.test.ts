import { expect, test } from '@jest/globals';
import type { Agent, AgentStart } from '../agent.ts';
import { fillStart } from './fill-start.ts';

const nothing: AgentStart = { argv: [], environment: {}, seeds: {} };
const agent: Agent = {
  ...{
    name: 'any',
    wire: 'chat',
    closed: nothing,
    open: nothing,
    reads: [],
    program: { versionWords: [], smallestVersion: null, packageName: null },
    version: null,
  },
  limits: { turns: 30, tokens: 1000, usd: null, minutes: 10 },
};
const filled = (start: Partial<AgentStart>, task = 'Do it.') =>
  fillStart({ ...nothing, ...start }, { agent, model: 'm-1', task });

test('what words, values and seeds leave open is filled, also within a word', () => {
  const { argv, environment, seeds } = filled({
    argv: ['run', '-m', 'p/{model}', '--turns={turns}', '{home}/x'],
    environment: { URL: '{base-url}', KEY: '{key}' },
    seeds: { 'a.json': '{"model":"{model}","other":{"x":1}}' },
  });

  expect(argv).toEqual(['run', '-m', 'p/m-1', '--turns=30', '/home/agent/x']);
  expect(environment).toMatchObject({
    URL: 'http://127.0.0.1:8123/v1',
    KEY: expect.stringContaining('placeholder'),
  });
  expect(seeds).toEqual({ 'a.json': '{"model":"m-1","other":{"x":1}}' });
});

test('every agent is told to go through the proxy for any host but its own, and may be told otherwise', () => {
  const address = 'http://127.0.0.1:8123';
  expect(filled({}).environment).toEqual({
    ...{ HTTP_PROXY: address, HTTPS_PROXY: address, http_proxy: address, https_proxy: address },
    ...{ NO_PROXY: '127.0.0.1,localhost,::1', no_proxy: '127.0.0.1,localhost,::1' },
    NODE_USE_ENV_PROXY: '1',
  });
  expect(filled({ environment: { HTTPS_PROXY: '' } }).environment).toMatchObject({
    ...{ HTTPS_PROXY: '', HTTP_PROXY: address },
  });
});

test('the task comes on standard input unless an argument asks for it', () => {
  expect(filled({ argv: ['run'] })).toMatchObject({ argv: ['run'], stdin: 'Do it.' });
  expect(filled({ argv: ['run', '{task}'] })).toMatchObject({ argv: ['run', 'Do it.'], stdin: null });
});

test('braces within a task stay what they are', () => {
  expect(filled({ argv: ['{task}'] }, 'Say {model} and $& {key}.').argv).toEqual([
    'Say {model} and $& {key}.',
  ]);
});
