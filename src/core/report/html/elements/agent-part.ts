import { grouped } from '../../../grouped.ts';
import type { AgentRun } from '../../../generation/completion.ts';
import { plainText } from '../../words/escape.ts';
import { count } from '../../words/wording.ts';
import { outputText } from './code-text.ts';
import { fragment, h, scrolling } from './element.ts';
import type { Content } from './element.ts';
import { codeName, visibleName } from './names.ts';

/**
 * What an agent did for one generation: its turns, what it was refused, and what it printed. `isUsed`: its files are
 * shown elsewhere.
 */
export function agentPart(run: AgentRun, isUsed: boolean): Content {
  const { turns, refused, problem, transcript } = run;
  return fragment(
    ...(isUsed || run.files.length === 0 ? [] : [leftList(run.files)]),
    ...(problem === null
      ? []
      : [h('p', { class: 'small' }, 'Nothing of it is used: ', plainText(problem, 300))]),
    h('h5', {}, `${count(turns.length, 'turn')} of the agent`),
    ...(turns.length === 0 ? [] : [turnsTable(turns)]),
    ...(refused.length === 0 ? [] : [refusedList(refused)]),
    ...(transcript.trim() === ''
      ? []
      : [
          h('h5', {}, 'Transcript'),
          h(
            'pre',
            { tabindex: 0, role: 'region', 'aria-label': 'Transcript' },
            h('code', {}, outputText(transcript, { lines: 400, columns: 600 })),
          ),
        ]),
  );
}

function leftList(files: AgentRun['files']): Content {
  const names = files.slice(0, 20).map(({ path }) => visibleName(path, 200));
  const rest = files.length > names.length ? ` and ${files.length - names.length} more` : '';
  return h('p', { class: 'small' }, `Files that it left, of which none is used: ${names.join(', ')}${rest}`);
}

const mostTurns = 100;

function turnsTable(turns: AgentRun['turns']): Content {
  const columns = columnsOf(turns);
  return scrolling(
    'Turns of the agent',
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...['Turn', ...columns.map(({ title }) => title)].map(head))),
      h(
        'tbody',
        {},
        ...turns
          .slice(0, mostTurns)
          .map((turn, index) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, String(index + 1)),
              ...columns.map(({ cell }) => cell(turn)),
            ),
          ),
      ),
    ),
    ...(turns.length > mostTurns
      ? [h('p', { class: 'small soft' }, `and ${turns.length - mostTurns} more`)]
      : []),
  );
}

type Turn = AgentRun['turns'][number];
type Column = { readonly title: string; readonly cell: (turn: Turn) => Content };

function columnsOf(turns: AgentRun['turns']): readonly Column[] {
  const number = (value: number): Content => h('td', { class: 'num' }, grouped(value));
  const text = (value: string): Content => h('td', {}, value);
  return [
    {
      title: 'Tools called',
      cell: ({ tools }) => text(tools.length === 0 ? '–' : visibleName(tools.join(', '), 200)),
    },
    { title: 'Input tokens', cell: ({ inputTokens }) => number(inputTokens) },
    ...optional(
      turns.some(({ cachedInputTokens }) => cachedInputTokens !== undefined),
      { title: 'From the cache', cell: ({ cachedInputTokens = 0 }) => number(cachedInputTokens) },
    ),
    { title: 'Output tokens', cell: ({ outputTokens }) => number(outputTokens) },
    ...optional(
      turns.some(({ servedBy }) => servedBy !== undefined),
      {
        title: 'Served as',
        cell: ({ servedBy }) => text(servedBy === undefined ? '–' : visibleName(servedBy, 80)),
      },
    ),
    { title: 'Status', cell: ({ status }) => text(status === null ? 'no answer' : String(status)) },
  ];
}

// What records of earlier versions do not say has no column.
function optional(isThere: boolean, column: Column): readonly Column[] {
  return isThere ? [column] : [];
}

function head(title: string): Content {
  return h('th', { scope: 'col' }, title);
}

const mostRefused = 20;

function refusedList(refused: readonly string[]): Content {
  const rest = refused.length - mostRefused;
  return fragment(
    h('h5', {}, 'Requests that were not passed on'),
    h(
      'ul',
      { class: 'small' },
      ...refused.slice(0, mostRefused).map((line) => h('li', {}, codeName(line, 250))),
      ...(rest > 0 ? [h('li', {}, `and ${rest} more`)] : []),
    ),
  );
}
