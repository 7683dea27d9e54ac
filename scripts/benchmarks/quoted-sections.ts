import { grouped, tableOf } from './outcomes.ts';
import type { Outcomes } from './outcomes.ts';
import { pricesTable } from './prices-table.ts';
import { wordsTable } from './words-table.ts';

const shownModels = [
  'openai/gpt-6-luna',
  'google/gemini-3.8-flash',
  'anthropic/claude-sonnet-5',
  'anthropic/claude-opus-5-5',
  'openai/gpt-6-astra',
];

const listedModels = [
  ...shownModels.slice(0, 3),
  'google/gemini-3.1-pro-preview',
  'openai/gpt-5.6-sol',
  ...shownModels.slice(3),
];

/** The tables that pages quote from what benches stored: page, section, text. What is not stored is left as it stands. */
export function quotedSections(
  outcomes: Outcomes,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const from = (bench: string, sections: Readonly<Record<string, (of: Outcomes) => string>>) =>
    outcomes.files.has(bench)
      ? Object.fromEntries(Object.entries(sections).map(([name, write]) => [name, write(outcomes)]))
      : {};
  return {
    'README.md': {
      ...from('verdicts', { rules: readmeRules }),
      prices: pricesTable('USD for one spec', shownModels),
    },
    'docs/models.md': { prices: pricesTable('USD', listedModels) },
    'docs/statistics.md': {
      ...from('verdicts', { rules, confirmation, damaged, week }),
      ...from('words-map', { map }),
      ...from('words-search', { words: wordsTable }),
    },
    'docs/budget.md': { ...from('verdicts', { week }), ...from('cache', { cache }) },
    'docs/shrink.md': from('words-shrink', { shrink }),
  };
}

const threeRules = ['naive', 'fisher', 'gate'] as const;

function readmeRules({ figure, range }: Outcomes): string {
  const row = (text: string, id: string): readonly string[] => [
    text,
    ...threeRules.map((rule) => figure('verdicts', `rules.${id}.${rule}`)),
  ];
  const spent = (of: RegExp): string => range('verdicts', ({ id }) => of.test(id));
  return tableOf(
    ['', 'head passes less often than base', "Fisher's test at .05", 'this gate'],
    [
      row('nothing changed, passes 90 % of the time: blamed', 'unchanged-0.9'),
      row('the same for twelve specs and models: run blamed', 'unchanged-0.9-12'),
      row('drop from 95 % to 55 %: found', 'drop-40'),
      row('drop from 95 % to 35 %: found', 'drop-60'),
      [
        'generations for one spec on one model',
        ...['10', '10'],
        `${figure('verdicts', 'rules.unchanged-0.9.generations')} unchanged, ${spent(/^rules\.drop-[46]0\.generations$/)} dropped`,
      ],
    ],
  );
}

function rules({ withInterval }: Outcomes): string {
  const row = (text: string, id: string): readonly string[] => [
    text,
    ...threeRules.map((rule) => withInterval('verdicts', `rules.${id}.${rule}`)),
    withInterval('verdicts', `rules.${id}.generations`),
  ];
  return tableOf(
    [
      'one spec, one model',
      'that rule',
      "Fisher's test at .05, five a side",
      'this gate',
      'its generations a question',
    ],
    [
      row('unchanged, passes 50 % of the time: blamed', 'unchanged-0.5'),
      row('unchanged, 80 %: blamed', 'unchanged-0.8'),
      row('unchanged, 90 %: blamed', 'unchanged-0.9'),
      row('unchanged, 95 %: blamed', 'unchanged-0.95'),
      row('four unchanged questions at 90 %: run blamed', 'unchanged-0.9-4'),
      row('twelve unchanged questions at 90 %: run blamed', 'unchanged-0.9-12'),
      row('95 % → 55 %: found', 'drop-40'),
      row('95 % → 35 %: found', 'drop-60'),
      row('95 % → 15 %: found', 'drop-80'),
    ],
  );
}

function confirmation({ withInterval }: Outcomes): string {
  const row = (text: string, id: string): readonly string[] => [
    text,
    ...['without', 'with'].map((which) => withInterval('verdicts', `confirmation.${id}.${which}`)),
  ];
  return tableOf(
    ['one question, blocked', 'without confirmation', 'with it'],
    [
      ...[0.95, 0.9, 0.8].map((rate) =>
        row(`stored base 20/20 by luck, unchanged at ${100 * rate} %`, `lucky-${rate}`),
      ),
      row('any base, a true drop from 95 % to 55 %', 'drop-40'),
    ],
  );
}

function damaged({ figure, withInterval }: Outcomes): string {
  const starts = ['cached', 'cold'];
  return tableOf(
    [
      'questions in the run',
      'drop',
      ...['stored base: found', 'cold: found', 'generations a question, stored', 'cold'],
    ],
    [1, 4, 12].flatMap((cells) =>
      [40, 60, 80].map((drop) => [
        `${cells}`,
        `${drop} points`,
        ...starts.map((start) => withInterval('verdicts', `shown.${start}.${cells}.${drop}.found`)),
        ...starts.map((start) => figure('verdicts', `shown.${start}.${cells}.${drop}.generations`)),
      ]),
    ),
  );
}

/** Generations of a question where the stored base is paid by the comparisons of its week. */
function week({ row }: Outcomes): string {
  const fixed = 24;
  const cached = row('verdicts', 'mix.cached').figure;
  const line = (text: string, spent: number): readonly string[] => [
    text,
    spent.toFixed(1),
    `${Math.round(100 * Math.abs(1 - spent / fixed))} % ${spent > fixed ? 'more' : 'fewer'}`,
  ];
  return tableOf(
    ['comparisons a week that share a stored base of 20', 'generations a question', `against ${fixed}`],
    [
      line('no stored base', row('verdicts', 'mix.cold').figure),
      ...[1, 2, 4, 10].map((times) => line(`${times}`, cached + 20 / times)),
    ],
  );
}

function cache({ files }: Outcomes): string {
  const subjects = grouped(files.get('cache')?.rows ?? [], ({ subject = '' }) => subject);
  return tableOf(
    ['model', 'five samples', 'tests longer than the cache lives, after three', 'without a cache'],
    [...subjects].map(([subject, rows]) => {
      const of = (what: RegExp): string => rows.find((row) => what.test(row.what))?.figure.toFixed(2) ?? '–';
      const [model = '', ...rates] = subject.split(', ');
      return [
        `\`${model}\`: ${rates.join(', ')}`,
        ...[of(/goes first/), of(/longer than the cache lives/), '5.00'],
      ];
    }),
  );
}

function map({ range }: Outcomes): string {
  const row = (
    text: string,
    bound: string,
    [subject, what]: readonly [string, string],
  ): readonly string[] => [
    text,
    bound,
    ...['30 tests', '5 tests'].map((tests) =>
      range(
        'words-map',
        (each) => each.subject === subject && each.what.startsWith(what) && each.what.endsWith(` ${tests}`),
      ),
    ),
  ];
  const [unnoticed, links] = [
    'parts called unnoticed whose absence costs a test 40 points',
    'planted links of 80 points found',
  ];
  return tableOf(
    ['', 'bound', '30 tests', '5 tests'],
    [
      row('false links among those that a map names', '10 %', [
        'false links among those that a map names',
        '',
      ]),
      row(unnoticed, '10 %', [unnoticed, '']),
      row('links of 80 points found, each part alone', 'none', [links, 'each part alone']),
      row('the same, as `shrink` searches', 'none', [links, 'as shrink searches']),
    ],
  );
}

function shrink({ files }: Outcomes): string {
  const subjects = grouped(files.get('words-shrink')?.rows ?? [], ({ subject = '' }) => subject);
  const tables = [...subjects].filter(([subject]) => subject.startsWith('shrink '));
  return tableOf(
    [
      'text, and pass rate without a rule',
      'calls, confirmation included',
      'of them to confirm',
      'one part after another, unconfirmed',
      'parts that nobody needs, gone',
      'worse by 40 points',
      'the same, unconfirmed',
    ],
    tables.map(([subject, rows]) => {
      const of = (what: string, unit = ''): string => {
        const found = rows.find((row) => row.what === what);
        if (found === undefined) return '–';
        return unit === '' ? found.figure.toFixed(0) : `${found.figure.toFixed(1)} ${unit}`;
      };
      return [
        subject.replace('shrink ', ''),
        of('calls on three models'),
        of('of them to confirm'),
        of('one part after another, unconfirmed'),
        of('dead parts gone', '%'),
        of('worse by 40 points on a model', '%'),
        of('worse by 40 points if unconfirmed', '%'),
      ];
    }),
  );
}
