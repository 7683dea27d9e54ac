import { randomUUID } from 'node:crypto';
import { progressBlock, progressLine, verdictLine } from '../../core/report/live/progress-lines.ts';
import type { Progress, QuestionProgress } from '../../core/report/live/progress.ts';
import type { Log } from '../../ports/log.ts';
import { safeLine } from './safe-line.ts';

/** Where the progress of a run is shown to a person. */
export type ConsoleLogOptions = {
  readonly stream: {
    write(text: string): unknown;
    readonly columns?: number | undefined;
    readonly rows?: number | undefined;
  };
  /** The stream is a terminal: progress is a block of lines that is redrawn in place. */
  readonly live: boolean;
  /** A GitHub runner reads the stream: text that it would take for a command is made harmless. */
  readonly workflow: boolean;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
  /** Makes texts that nobody can guess; they end a `stop-commands` block. */
  readonly newToken?: () => string;
};

/** Prints progress and notices on a stream, one safe line each. Disposing ends the live block after a last redraw. */
export function consoleLog(options: ConsoleLogOptions): Log & Disposable {
  return options.live ? terminalLog(options) : plainLog(options);
}

// Shortest time between two redraws: many cells may end at once.
const drawEveryMs = 100;

function terminalLog({
  stream,
  workflow,
  now = () => performance.now(),
}: ConsoleLogOptions): Log & Disposable {
  let block: readonly string[] = [];
  let drawnAt = Number.NEGATIVE_INFINITY;
  let latest: Progress | null = null;
  const draw = (above: string): void => {
    const up = block.length > 1 ? `\u001B[${block.length - 1}A` : '';
    if (latest !== null)
      block = progressBlock(latest, { columns: stream.columns ?? 80, rows: stream.rows ?? 24 });
    // Moves to the first line of the block and clears everything below it.
    stream.write(`\r${up}\u001B[J${above}${block.join('\n')}`);
    drawnAt = now();
  };
  const print = (line: string): void => draw(`${safeLine(line, workflow)}\n`);
  return {
    info: print,
    warn: (line) => print(`warning: ${line}`),
    progress: (state) => {
      latest = state;
      if (now() - drawnAt >= drawEveryMs) draw('');
    },
    [Symbol.dispose]: () => {
      if (latest !== null) draw('');
      if (block.length > 0) stream.write('\n');
      latest = null;
      block = [];
    },
  };
}

const firstEveryMs = 5000;

function plainLog(options: ConsoleLogOptions): Log & Disposable {
  const { now = () => performance.now(), newToken = randomUUID } = options;
  let [dueAt, everyMs, shown] = [Number.NEGATIVE_INFINITY, firstEveryMs, ''];
  let latest: Progress | null = null;
  const told = new Set<QuestionProgress>();
  const print = (line: string): void => {
    options.stream.write(`${guarded(line, options.workflow, newToken)}\n`);
  };
  const count = (state: Progress): void => {
    const line = progressLine(state);
    if (line !== shown) print(line);
    shown = line;
  };
  return {
    info: print,
    warn: (line) => print(`warning: ${line}`),
    progress: (state) => {
      latest = state;
      for (const line of newVerdicts(state, told)) print(line);
      if (now() < dueAt) return;
      count(state);
      dueAt = now() + everyMs;
      // The longer a run takes, the rarer its lines: about forty in six hours.
      everyMs *= 1.2;
    },
    [Symbol.dispose]: () => {
      if (latest !== null) count(latest);
      latest = null;
    },
  };
}

const mostVerdicts = 40;

function newVerdicts({ questions }: Progress, told: Set<QuestionProgress>): readonly string[] {
  if (told.size > mostVerdicts) return [];
  const fallen = questions.filter((question) => question.verdict !== null && !told.has(question));
  return fallen.flatMap((question) => {
    told.add(question);
    if (told.size > mostVerdicts + 1) return [];
    return told.size === mostVerdicts + 1 ? ['further verdicts are in the report'] : [verdictLine(question)];
  });
}

// A line that held a command is printed while the runner executes none: it may know more commands than are
// neutralised here.
function guarded(line: string, workflow: boolean, newToken: () => string): string {
  const safe = safeLine(line, workflow);
  if (!workflow || safe === safeLine(line, false)) return safe;
  const token = newToken();
  return `::stop-commands::${token}\n${safe}\n::${token}::`;
}
