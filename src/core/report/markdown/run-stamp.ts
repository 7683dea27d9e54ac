/** Metadata of our comment, hidden in its second line: which run wrote it, at which head, and in which state. */
export type RunStamp = {
  /** The head that the text is about. */
  readonly head: string;
  /** GITHUB_RUN_ID, which only grows; 0 if there is none. */
  readonly run: number;
  readonly attempt: number;
  readonly state: 'queued' | 'running' | 'done' | 'ended' | 'superseded';
  /** Number of the text within its run. */
  readonly text: number;
};

/** The stamp as a line that GitHub does not show. */
export function stampLine({ head, run, attempt, state, text }: RunStamp): string {
  const line = `<!-- spec-portability-run:v1 head=${head} run=${run} attempt=${attempt} state=${state} text=${text} -->`;
  if (!pattern.test(line)) throw new Error(`Not a run stamp: ${line}`);
  return line;
}

/** Whether a line is a stamp and nothing else. */
export function isStampLine(line: string): boolean {
  return pattern.test(line);
}

/** Adds the stamp as the second line of a comment, after its marker. */
export function withStamp(body: string, stamp: RunStamp): string {
  const end = body.indexOf('\n');
  if (end === -1) throw new Error('The comment has no text below its marker.');
  return `${body.slice(0, end)}\n${stampLine(stamp)}${body.slice(end)}`;
}

/** The stamp of a comment; null if there is none or it cannot be read. */
export function readStamp(body: string): RunStamp | null {
  const match = pattern.exec((body.split('\n', 2)[1] ?? '').trim());
  const { head = '', run, attempt, text } = match?.groups ?? {};
  const state = states.find((each) => each === match?.groups?.['state']);
  if (match === null || state === undefined) return null;
  return { head, run: Number(run), attempt: Number(attempt), state, text: Number(text) };
}

const states: readonly RunStamp['state'][] = ['queued', 'running', 'done', 'ended', 'superseded'];

const pattern =
  /^<!-- spec-portability-run:v1 head=(?<head>[0-9a-f]{40}) run=(?<run>\d{1,15}) attempt=(?<attempt>\d{1,6}) state=(?<state>[a-z]{1,12}) text=(?<text>\d{1,6}) -->$/;
