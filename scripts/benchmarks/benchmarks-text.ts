import { shownFigure } from '../../bench/outcome/outcome-file.ts';
import type { OutcomeFile, OutcomeRow } from '../../bench/outcome/outcome-file.ts';
import { grouped, tableOf } from './outcomes.ts';
import type { Outcomes } from './outcomes.ts';

/** What a chapter of docs/benchmarks.md shows, and by what title each bench is known there. */
const chapters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Speed: {
    'engine-plain': 'The engine against an ideal schedule',
    'engine-controls': 'The same with control runs',
    'engine-leads': 'The same where the first sample goes first',
    'engine-overhead': 'The stages of a cell, one after another',
    cell: 'One more cell',
    peers: 'Beside promptfoo',
    'peers-0s-trivial': 'Beside promptfoo: answers at once, a trivial test',
    'peers-1s-sleep': 'Beside promptfoo: answers after 1 s, a test that sleeps 0.1 s',
    'peers-1s-node': 'Beside promptfoo: answers after 1 s, `node --test`',
    'peers-beside': 'What a sandbox, control runs and a first run cost beside that',
    'peers-again': 'The same again, with nothing changed',
    start: 'From the start to the first call, and an unchanged re-run',
    specs: 'Many specs and a long history',
    memory: 'The memory of 10,000 cells',
    sandbox: 'The sandbox',
    fanout: 'A check in many jobs',
    report: 'A large report',
    times: 'Every promise about time',
  },
  Verdicts: {
    verdicts: 'False blocks, missed drops, generations',
    real: 'At recorded pass rates of real models',
    histories: 'Real changes of real specs',
    audit: 'Sixty nights of the audit',
    controls: 'Control runs of tests',
    'words-search': 'The words behind a regression',
    'words-bundle': 'The same through the bundle',
    'words-map': 'The map from words to tests',
    'words-shrink': 'Parts that can go',
    parts: 'Real specs, cut into parts',
    plans: 'The cold plan and plans that were not taken',
  },
  Cost: { cache: 'Prompt caches' },
  'What comes from outside': {
    fuzz: 'Damaged answers, reports and files',
    wild: "Other people's repositories",
    agents: 'Coding agents',
  },
};

/** Figures of which nothing is promised are shown up to this number; they are all in the file. */
const mostShown = 20;

/** Every stored outcome, a table for each bench. */
export function benchmarksText({ files }: Outcomes): string {
  const known = Object.values(chapters).flatMap((benches) => Object.keys(benches));
  const unknown = [...files.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No chapter of docs/benchmarks.md has ${unknown.join(', ')}.`);
  const missing = known.filter((name) => !files.has(name));
  const shown = Object.entries(chapters).flatMap(([chapter, benches]) => {
    const texts = Object.entries(benches).flatMap(([name, title]) => {
      const file = files.get(name);
      return file === undefined ? [] : [benchText(name, title, file)];
    });
    return texts.length === 0 ? [] : [`### ${chapter}`, ...texts];
  });
  const rest =
    missing.length === 0
      ? []
      : [`Not stored yet, so other pages have their figures from a terminal: ${missing.join(', ')}.`];
  return [...shown, ...rest].join('\n\n');
}

function benchText(name: string, title: string, file: OutcomeFile): string {
  const { command, date, commit, machine, load, versions, seed, rows } = file;
  const made = [
    `\`${command}\``,
    date,
    commit === undefined ? 'sources between commits' : `commit ${commit}`,
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.system}`,
    ...(machine.files === undefined ? [] : [`files on ${machine.files}`]),
    ...Object.entries(versions).map(([program, version]) => `${program} ${version}`),
    `load ${load.toFixed(1)} before it`,
  ].join('; ');
  const promised = rows.filter(({ bound }) => bound !== undefined);
  const shown = rows.filter(({ bound }) => bound === undefined);
  const isTooMuch = shown.length > mostShown;
  const listed = isTooMuch ? promised : rows;
  const kept = promised.filter(({ isWithin }) => isWithin !== false).length;
  const sentences = [
    ...(promised.length === 0 ? [] : [`${kept} of ${promised.length} promises kept.`]),
    ...(isTooMuch ? [`${shown.length} figures without a promise are in the file.`] : []),
    `[All figures](benchmarks/${name}.json).`,
  ].join(' ');
  const table = listed.length === 0 ? [] : [tableOf(['what', 'figure', 'bound'], linesOf(listed))];
  return [`#### ${title}`, made, sentences, ...table].join('\n\n');
}

/** A line for each figure; one for all of a subject that have the same bound, with the one that comes closest to it. */
function linesOf(rows: readonly OutcomeRow[]): readonly (readonly string[])[] {
  const groups = grouped(rows, (row) =>
    row.subject === undefined || row.bound === undefined
      ? row.id
      : [row.subject, row.unit, row.bound.side, row.bound.value].join('\n'),
  );
  return [...groups.values()].map((group) => {
    const [closest] = group.toSorted((one, other) => slackOf(one) - slackOf(other));
    if (closest === undefined) throw new Error('a group without a row');
    const { subject, what, figure, unit } = closest;
    const missed = group.filter(({ isWithin }) => isWithin === false).length;
    const said = missed === 0 ? '' : group.length === 1 ? ', **missed**' : `, **${missed} missed**`;
    const bound = `${boundText(closest)}${said}`;
    return group.length === 1
      ? [subject === undefined ? what : `${subject}: ${what}`, shownFigure(figure, unit), bound]
      : [`${subject}, ${group.length} times`, `${shownFigure(figure, unit)} at the closest (${what})`, bound];
  });
}

function boundText({ bound, unit }: OutcomeRow): string {
  if (bound === undefined) return '';
  return `${bound.side} ${shownFigure(bound.value, unit.startsWith('of ') ? '' : unit)}`;
}

/** How far a figure is from its bound, in parts of the bound; less than 0 beyond it. */
function slackOf({ figure, bound }: OutcomeRow): number {
  if (bound === undefined) return 0;
  const distance = bound.side === 'at most' ? bound.value - figure : figure - bound.value;
  return bound.value === 0 ? distance : distance / bound.value;
}
