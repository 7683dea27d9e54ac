import { interrupted } from '../../pipeline/engine/interrupted.ts';

// What a shell reports for a program that the signal ended, so that `check && merge` stops here.
const codes = { SIGINT: 130, SIGTERM: 143 } as const;

let received: keyof typeof codes | null = null;

/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, so that finished records are kept. The second one ends the
 * process.
 */
export function interruptSignal(say: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  const stop = (name: keyof typeof codes): void => {
    if (received !== null) process.exit(codes[received]);
    received = name;
    say('stopping: finished samples are kept. Press Ctrl-C again to exit immediately.');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

/** Exit code of a command that was interrupted, whatever it could still report; null where it was not. */
export function interruptCode(): 130 | 143 | null {
  return received === null ? null : codes[received];
}

/**
 * What to say of an error. Ctrl-C reaches git and every other program of ours as well, so after it an error is its
 * consequence and no finding.
 */
export function unlessInterrupted(error: unknown): unknown {
  return received === null ? error : interrupted();
}
