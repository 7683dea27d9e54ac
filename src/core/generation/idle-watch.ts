/** Starts a timer and returns what stops it; handed in, because core has no time of its own. */
export type StartTimer = (ms: number, action: () => void) => () => void;

/** Ends a call that has been silent for too long. */
type IdleWatch = {
  /** Aborts when the caller's signal does, or after `idleMs` without a touch. */
  readonly signal: AbortSignal;
  readonly wasIdle: () => boolean;
  readonly touch: () => void;
  readonly stop: () => void;
};

/** Starts watching at once, so the wait for the first byte counts too. */
export function idleWatch(options: {
  readonly idleMs: number;
  readonly signal: AbortSignal;
  readonly startTimer: StartTimer;
}): IdleWatch {
  const controller = new AbortController();
  let idle = false;
  const giveUp = () => {
    idle = true;
    controller.abort();
  };
  const abort = () => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener('abort', abort, { once: true });
  let stopTimer = options.startTimer(options.idleMs, giveUp);
  return {
    signal: controller.signal,
    wasIdle: () => idle,
    touch: () => {
      stopTimer();
      if (!controller.signal.aborted) stopTimer = options.startTimer(options.idleMs, giveUp);
    },
    stop: () => {
      stopTimer();
      options.signal.removeEventListener('abort', abort);
    },
  };
}
