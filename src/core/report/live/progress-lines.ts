import { plainText } from '../words/escape.ts';
import type { Progress, QuestionProgress } from './progress.ts';
import { count, dollars } from '../words/wording.ts';

/** How far a run is, in one line: samples, calls, cost. */
export function progressLine({ done, planned, calls, usd }: Progress): string {
  const cost = usd === null ? 'cost n/a' : dollars(usd);
  return `${done} of ${count(planned, 'sample')} measured, ${count(calls, 'call')}, ${cost}`;
}

/** One question whose sampling has stopped, as a log line. */
export function verdictLine({ spec, model, done, planned, verdict }: QuestionProgress): string {
  const samples = done < planned ? `${done} of ${count(planned, 'sample')} measured` : count(done, 'sample');
  return `${plainText(spec, 60)} on ${plainText(model, 60)}: ${worded(verdict)} after ${samples}`;
}

/**
 * Progress of each spec on each model as lines of a terminal. Open questions come first, because they change. Every
 * line fits the width: a wrapped line could not be overwritten.
 */
export function progressBlock(
  progress: Progress,
  terminal: { readonly columns: number; readonly rows: number },
): readonly string[] {
  const open = progress.questions.filter(({ verdict }) => verdict === null);
  const ended = progress.questions.filter(({ verdict }) => verdict !== null).toReversed();
  const all = [...open, ...ended];
  const room = Math.max(1, Math.min(mostRows, terminal.rows - 4));
  const shown = all.slice(0, room);
  const width = {
    spec: Math.min(24, Math.max(0, ...shown.map(({ spec }) => plainText(spec, 24).length))),
    model: Math.min(32, Math.max(0, ...shown.map(({ model }) => plainText(model, 32).length))),
  };
  const rest = all.length - shown.length;
  return [
    ...shown.map((question) => row(question, width)),
    ...(rest === 0 ? [] : [`and ${rest} more`]),
    progressLine(progress),
  ].map((line) =>
    Array.from(line)
      .slice(0, Math.max(10, terminal.columns - 1))
      .join(''),
  );
}

const mostRows = 12;

function row(
  { spec, model, done, planned, verdict, words }: QuestionProgress,
  width: { readonly spec: number; readonly model: number },
): string {
  const filled = planned === 0 ? 0 : Math.min(barLength, Math.floor((barLength * done) / planned));
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barLength - filled)}`;
  const name = `${plainText(spec, 24).padEnd(width.spec)}  ${plainText(model, 32).padEnd(width.model)}`;
  const ended = verdict === null ? '' : `  ${worded(verdict)}`;
  const search = words === undefined ? '' : `, ${count(words, 'sample')} to find the words`;
  return `${name}  ${bar} ${`${done}/${planned}`.padStart(5)}${ended}${search}`;
}

const barLength = 16;

function worded(verdict: QuestionProgress['verdict']): string {
  return verdict === null ? 'open' : verdict.replaceAll('-', ' ');
}
