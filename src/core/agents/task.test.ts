import { describe, expect, test } from '@jest/globals';
import type { Agent } from '../agent.ts';
import { callOf } from '../budget/planned-call.ts';
import { mostUsdOf } from '../budget/budget.ts';
import { armsOfVersions } from '../plan/arm.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { aModel, aSpec, aVersion } from '../../testing/builders/a-question.ts';
import { anAgent } from '../../testing/builders/an-agent-run.ts';

function withAgent(overrides: Partial<Agent> = {}) {
  return aModel({ agent: anAgent(overrides) });
}

function instructionSpec(side: 'base' | 'head', path: string): SpecVersion {
  return aVersion(side, {
    spec: aSpec({ files: [path] }),
    files: [{ path, text: `Be careful, as ${side} says.\n` }],
  });
}

describe('the task of an agent', () => {
  const version = aVersion('base', {
    instructions: [{ path: 'AGENTS.md', text: 'Use tabs.\n' }],
    context: [{ path: 'package.json', text: '{}\n' }],
  });
  const armOf = armsOfVersions('duration', [version, aVersion('head')]);
  const { prompt } = armOf(version, withAgent());

  test('names the files and holds no text of them', () => {
    expect(prompt.system).toBe('');
    for (const path of ['specs/duration/SPEC.md', 'AGENTS.md', 'package.json', 'src/**'])
      expect(prompt.user).toContain(`\n- ${path}\n`);
    expect(prompt.user).not.toContain('Round half up');
    expect(prompt.user).not.toContain('Use tabs');
  });

  test('lays spec, instructions and context at their paths, and nothing else', () => {
    expect(prompt.folder?.files).toEqual([...version.files, ...version.instructions, ...version.context]);
  });

  test('reveals neither side nor commit: only the spec differs between the arms', () => {
    const [base, head] = [aVersion('base'), aVersion('head')];
    const both = armsOfVersions('duration', [base, head]);
    const prompts = [base, head].map((each) => both(each, withAgent()).prompt);

    expect(prompts[0]?.user).toBe(prompts[1]?.user);
    expect(prompts[0]?.user).not.toMatch(/base|head|[0-9a-f]{8}|\d{4}-\d{2}/);
    expect(prompts[0]?.folder?.files).not.toEqual(prompts[1]?.folder?.files);
  });

  test('leaves what a plain model is shown as it is', () => {
    expect(armOf(version, aModel()).prompt.folder).toBeUndefined();
    expect(armOf(version, aModel()).prompt.user).toContain('Round half up');
  });
});

describe('an agent may read instruction files by itself', () => {
  const agent = withAgent({ reads: ['**/AGENTS.md'] });

  test('on both sides where one of them is the spec on either side', () => {
    const [base, head] = [instructionSpec('base', 'RULES.md'), instructionSpec('head', 'AGENTS.md')];
    const armOf = armsOfVersions('rules', [base, head]);

    expect([base, head].map((each) => armOf(each, agent).prompt.folder?.isOpen)).toEqual([true, true]);
  });

  test('on neither side where they only accompany the spec', () => {
    const instructions = [{ path: 'AGENTS.md', text: 'Use tabs.\n' }];
    const [base, head] = [aVersion('base', { instructions }), aVersion('head', { instructions })];
    const armOf = armsOfVersions('duration', [base, head]);

    expect([base, head].map((each) => armOf(each, agent).prompt.folder?.isOpen)).toEqual([false, false]);
  });
});

describe('the key of an answer', () => {
  const version = aVersion('base');
  const keyOf = (overrides: Partial<Agent>): string =>
    armsOfVersions('duration', [version])(version, withAgent(overrides)).keyOf(0);
  const start = { argv: ['agent', '--other'], environment: {}, seeds: {} };

  test.each<[string, Partial<Agent>]>([
    ['the version of the program', { version: '1.2.4' }],
    ['the name', { name: 'other' }],
    ['the wire', { wire: 'responses' }],
    ['the start that reads nothing', { closed: start }],
    ['the start that reads', { open: start }],
    ['a seed', { closed: { ...anAgent().closed, seeds: { 'settings.json': '{}' } } }],
    ['a limit', { limits: { ...anAgent().limits, turns: 31 } }],
  ])('is another with %s', (_, overrides) => {
    expect(keyOf(overrides)).not.toBe(keyOf({}));
  });

  test('is the same wherever the program comes from', () => {
    const program = { versionWords: ['-v'], smallestVersion: '1.0.0', packageName: 'agent' };
    expect(keyOf({ program, reads: ['OTHER.md'] })).toBe(keyOf({}));
  });

  test('is another with another text of the spec, and for a plain model', () => {
    const head = aVersion('head');
    const armOf = armsOfVersions('duration', [version, head]);

    const keys = [armOf(version, withAgent()), armOf(head, withAgent()), armOf(version, aModel())];
    expect(new Set(keys.map(({ keyOf: key }) => key(0))).size).toBe(3);
  });
});

describe('the most that a sample of an agent can use', () => {
  const price = { input: 2, output: 10 };
  const limits = { turns: 3, tokens: 100_000, usd: null, minutes: 1 };

  test('is what its limits allow, and the last call that reaches one', () => {
    const call = callOf({ ...withAgent({ limits }), price, maxOutputTokens: 10_000 }, 'short');

    expect(call).toMatchObject({ inputTokens: 170_000, maxOutputTokens: 40_000 });
    expect(mostUsdOf(call)).toBeCloseTo(0.74);
  });

  test('is no more money than `limits.usd` and that call', () => {
    const agent = withAgent({ limits: { ...limits, usd: 0.05 } });
    const call = callOf({ ...agent, price, maxOutputTokens: 10_000 }, 'short');
    expect(mostUsdOf(call)).toBeCloseTo(0.35);
  });
});
