import type { Log } from '../../ports/log.ts';

/** Where a run tells a person how it is going. */
export type ConsoleLogOptions = {
  readonly stream: { write(text: string): unknown };
  /** The stream is a terminal: progress is one line that is written over. */
  readonly live: boolean;
  /** A GitHub runner reads the stream: what it would take for a command is made harmless. */
  readonly workflow: boolean;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
};

const plainEveryMs = 5000;
const clearLine = '\r\u001B[2K';

/** Progress and notices on a stream, one safe line each. Disposing ends the live line. */
export function consoleLog(options: ConsoleLogOptions): Log & Disposable {
  const { stream, live, workflow, now = () => performance.now() } = options;
  let status = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  const print = (line: string): void => {
    stream.write(
      live ? `${clearLine}${safeLine(line, workflow)}\n${status}` : `${safeLine(line, workflow)}\n`,
    );
  };
  return {
    info: print,
    warn: (line) => print(`warning: ${line}`),
    progress: (state) => {
      const line = `${state.done} of ${state.planned} cells, ${state.calls} calls`;
      if (live) stream.write(`${clearLine}${line}`);
      else if (state.done < state.planned && now() - shownAt < plainEveryMs) return;
      else stream.write(`${line}\n`);
      status = line;
      shownAt = now();
    },
    [Symbol.dispose]: () => {
      if (live && status !== '') stream.write('\n');
      status = '';
    },
  };
}

/** One line that moves no cursor, hides no text and, where a runner reads it, is no command. */
export function safeLine(line: string, workflow: boolean): string {
  const plain = line
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)/g, '')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '');
  // The runner takes `::` at the start of a line and the old `##[` anywhere in it (actions/runner, ActionCommand.cs).
  return workflow ? plain.replaceAll(/:(?=:)/g, ':\u200B').replaceAll(/##(?=\[)/g, '##\u200B') : plain;
}
