/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, so that finished records are kept. The second one ends the
 * process.
 */
export function interruptSignal(say: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    say('stopping: finished samples are kept. Press Ctrl-C again to exit immediately.');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
