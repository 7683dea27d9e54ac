import { describe, expect, test } from '@jest/globals';
import type { AgentRun } from '../../../generation/completion.ts';
import { aSummary } from '../../../../testing/builders/a-summary.ts';
import { aModel } from '../../../../testing/builders/a-question.ts';
import { anAgent } from '../../../../testing/builders/an-agent-run.ts';
import { agentLabel } from '../../../agents/agent-label.ts';
import { plainPhrases } from '../../words/phrases.ts';
import { nameModel } from '../../words/naming.ts';
import { agentPart } from './agent-part.ts';
import { render } from '../page.ts';

const run: AgentRun = {
  files: [{ path: 'src/a.mjs', content: '' }],
  problem: null,
  limit: null,
  turns: [
    { inputTokens: 12_000, outputTokens: 300, tools: ['Read', 'Write'], status: 200 },
    { inputTokens: 12_500, outputTokens: 0, tools: [], status: null },
  ],
  refused: ['asked for statsig.example: refused (another host, 3 times)'],
  transcript: 'I read the spec.\nI wrote it.',
};

const textOf = (of: Partial<AgentRun>, isUsed = true): string => render(agentPart({ ...run, ...of }, isUsed));

describe('what the page shows of an agent', () => {
  test('are its turns with tools and tokens, what it was refused, and its transcript', () => {
    const html = textOf({});

    for (const part of ['2 turns of the agent', 'Read, Write', '12,000', 'no answer', 'I wrote it.'])
      expect(html).toContain(part);
    expect(html).toContain('asked for statsig.example: refused (another host, 3 times)');
    expect(html).not.toContain('src/a.mjs');
  });

  test('are the model that was served and the cache of each turn, where the record says them', () => {
    const [first, second] = run.turns;
    if (first === undefined || second === undefined) throw new Error('there are two turns');
    const html = textOf({ turns: [{ ...first, servedBy: 'large-1', cachedInputTokens: 11_000 }, second] });

    for (const part of ['From the cache', '11,000', 'Served as', 'large-1']) {
      expect(html).toContain(part);
      expect(textOf({})).not.toContain(part);
    }
  });

  test('are the names of its files where none of them is used', () => {
    expect(textOf({}, false)).toContain('of which none is used: src/a.mjs');
    expect(textOf({ files: [], problem: 'src/l: a symlink is no file' }, false)).toContain(
      'Nothing of it is used: src/l: a symlink is no file',
    );
  });

  test('is never markup of the agent’s own', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E';
    const html = textOf({
      problem: hostile,
      refused: [hostile],
      transcript: hostile,
      turns: [{ inputTokens: 1, outputTokens: 1, tools: [hostile], status: 200 }],
    });

    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u202E');
  });

  test('ends after a hundred turns and twenty refused requests, and says how many more there are', () => {
    const html = textOf({
      turns: Array.from({ length: 130 }, () => ({ tools: [], inputTokens: 1, outputTokens: 1, status: 200 })),
      refused: Array.from({ length: 30 }, (_, index) => `asked for ${index}.example`),
    });

    expect(html).toContain('and 30 more');
    expect(html).toContain('and 10 more');
    expect(html).not.toContain('asked for 20.example');
  });
});

describe('the name of a column', () => {
  const agent = anAgent({ name: 'claude-code', version: '2.1.332' });
  const model = aModel({ id: 'claude-code + claude-sonnet-5-5', name: 'claude-sonnet-5-5', agent });

  test('says the version of the agent, and the id does not', () => {
    expect(agentLabel(model)).toBe('claude-code 2.1.332 + claude-sonnet-5-5');
    expect(agentLabel({ ...model, id: 'ours' })).toBe('ours (claude-code 2.1.332)');
    expect(agentLabel({ ...model, agent: { ...agent, version: null } })).toBeUndefined();
    expect(agentLabel(aModel())).toBeUndefined();
  });

  test('is what reports write', () => {
    const summary = aSummary();
    const [first] = summary.models;
    if (first === undefined) throw new Error('a model');
    const named = { ...summary, models: [{ ...first, label: 'claude-code 2.1.332 + m' }] };

    expect(plainPhrases(nameModel(named, first.id))).toBe('claude-code 2.1.332 + m');
  });
});
