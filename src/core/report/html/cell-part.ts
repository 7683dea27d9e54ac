import { grouped } from '../../grouped.ts';
import type { Usage } from '../../generation/completion.ts';
import type { TakenAnswer } from '../../records/taken-answer.ts';
import type { CommandRun, TestRun } from '../../results/test-report.ts';
import type { CellStory } from '../evidence/evidence.ts';
import { count, dollars } from '../words/wording.ts';
import { agentPart } from './elements/agent-part.ts';
import { outcomeSign, outcomeWords, sampleName, sampleSlug } from './cell-text.ts';
import { codeText, outputText, wholeText } from './elements/code-text.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { highlighted } from './elements/highlight.ts';
import { codeName, visibleName } from './elements/names.ts';
import { writtenFiles } from './written-files.ts';

/** One generation: the files it wrote, the results of the tests, and its cost. */
export function cellPart(
  story: CellStory,
  of: { readonly anchor: string; readonly isColoured: boolean },
): Content {
  const { cell } = story;
  return h(
    'details',
    { class: 'cell', id: `${of.anchor}/${sampleSlug(story)}` },
    h(
      'summary',
      {},
      h('span', {}, sampleName(story)),
      h(
        'span',
        { class: story.outcome.kind === 'passed' ? 'tag passed' : 'tag regressed' },
        `${outcomeSign(story)} ${outcomeWords(story)}`,
      ),
      ...(cell.flaky.length > 0 ? [h('span', { class: 'pill' }, 'flaky')] : []),
    ),
    h(
      'div',
      { class: 'cellbody' },
      metaList(story),
      ...filesOf(story, of.isColoured),
      agentOf(story),
      ...(cell.testRun === null ? [] : [failures(cell.testRun), output(cell.testRun)]),
    ),
  );
}

function metaList(story: CellStory): Content {
  const { cell, usd } = story;
  const { generation, testRun } = cell;
  const facts: readonly (readonly [string, string | null])[] = [
    ...(generation === null ? [] : answerFacts(generation)),
    ['Cost', usd === null ? null : dollars(usd)],
    ['From', originWords(story)],
    // What somebody else judged had no test command of ours.
    ['Test command', testRun === null || generation === null ? null : endWords(testRun.run)],
    ['Flaky', flakyWords(cell.flaky)],
  ];
  return h(
    'dl',
    { class: 'meta' },
    ...facts.flatMap(([name, value]) => (value === null ? [] : [h('dt', {}, name), h('dd', {}, value)])),
  );
}

function answerFacts({ attempts, result }: TakenAnswer): readonly (readonly [string, string | null])[] {
  if (result.kind === 'too-long') return [['Attempts', String(attempts)]];
  const { servedBy, usage, latencyMs, finish } = result.completion;
  return [
    ['Served as', visibleName(servedBy)],
    ['Attempts', String(attempts)],
    ['Tokens', usageWords(usage)],
    ['Answered in', `${(latencyMs / 1000).toFixed(1)} s`],
    ['Ended', finish === 'complete' ? null : finish],
  ];
}

function flakyWords(flaky: readonly string[]): string | null {
  if (flaky.length === 0) return null;
  return flaky
    .slice(0, 20)
    .map((test) => visibleName(test))
    .join('; ');
}

function usageWords(usage: Usage): string {
  const { cachedInputTokens, cacheWriteTokens = 0, reasoningTokens = 0 } = usage;
  const input = partsOf([
    [cachedInputTokens, 'from the cache'],
    [cacheWriteTokens, 'written to it'],
  ]);
  const output = partsOf([[reasoningTokens, 'reasoning']]);
  return `${grouped(usage.inputTokens)} in${input}, ${grouped(usage.outputTokens)} out${output}`;
}

function partsOf(parts: readonly (readonly [number, string])[]): string {
  const some = parts.filter(([tokens]) => tokens > 0);
  const told = some.map(([tokens, what]) => `${grouped(tokens)} ${what}`);
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function originWords({ cell, reused }: CellStory): string | null {
  if (cell.generation === null) return null;
  if (reused) return 'a record of an earlier comparison';
  return cell.cached ? 'a record' : 'this run';
}

function endWords({ end, durationMs }: CommandRun): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  switch (end.kind) {
    case 'exited':
      return `exited with ${end.code} after ${seconds}`;
    case 'killed':
      return `killed by ${visibleName(end.signal, 20)} after ${seconds}`;
    case 'timed-out':
      return `timed out after ${seconds}`;
    case 'over-limit':
      return `${end.limit === 'memory' ? 'out of memory' : 'too many files'} after ${seconds}`;
    case 'cancelled':
      return 'cancelled';
  }
}

function filesOf({ cell }: CellStory, isColoured: boolean): Content[] {
  const files = writtenFiles(cell);
  if (files.length > 0)
    return files.slice(0, 200).flatMap(({ path, content }) => {
      const text = codeText(content, wholeText);
      return [
        h('h5', {}, codeName(path)),
        block(path, isColoured ? highlighted(path, text) : h('code', {}, text)),
      ];
    });
  if (cell.generation === null || cell.generation.isAgents) return [];
  const result = cell.generation.read()?.result;
  if (result === undefined)
    return [h('p', { class: 'small soft' }, 'The record of the answer could not be read again.')];
  const text = result.kind === 'completed' ? result.completion.text : result.detail;
  return [
    h('h5', {}, 'The answer, which held no usable code'),
    block('answer', h('code', {}, codeText(text, wholeText))),
  ];
}

function agentOf({ cell }: CellStory): Content {
  if (cell.generation?.isAgents !== true) return null;
  const result = cell.generation.read()?.result;
  const run = result?.kind === 'completed' ? result.completion.agent : undefined;
  return run === undefined ? null : agentPart(run, cell.code.kind === 'files');
}

function failures({ report }: TestRun): Content {
  const failed = report?.cases.filter(({ status }) => status === 'failed') ?? [];
  const passed = report?.cases.filter(({ status }) => status === 'passed').length ?? 0;
  if (report === null || report.cases.length === 0) return null;
  return fragment(
    h('p', { class: 'small' }, `${count(passed, 'test')} passed, ${failed.length} failed.`),
    ...failed
      .slice(0, 50)
      .flatMap(({ id, message }) => [
        h('h5', {}, '✕ ', visibleName(id)),
        ...(message === ''
          ? []
          : [block(`message of ${id}`, h('code', {}, outputText(message, { lines: 60, columns: 600 })))]),
      ]),
    ...(failed.length > 50
      ? [h('p', { class: 'small soft' }, `and ${failed.length - 50} more failed tests`)]
      : []),
  );
}

function output({ run }: TestRun): Content {
  const streams = [
    ['Test output', run.stdout],
    ['Error output', run.stderr],
  ] as const;
  return fragment(
    ...streams.flatMap(([title, { text, droppedBytes }]) =>
      text.trim() === ''
        ? []
        : [
            h('h5', {}, title, droppedBytes > 0 ? ` (${grouped(droppedBytes)} bytes were not kept)` : ''),
            block(title, h('code', {}, outputText(text, { lines: 400, columns: 600 }))),
          ],
    ),
  );
}

function block(label: string, content: Content): Content {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': visibleName(label, 80) }, content);
}
