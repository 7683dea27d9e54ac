/** Ends a call that has been silent for too long, or has sent nothing but heartbeats for much too long. */
type IdleWatch = {
  /** Aborts when the caller's signal aborts, after `idleMs` without data, or after seven times that without an event. */
  readonly signal: AbortSignal;
  /** Why the watch ended the call, in words; null while it has not. */
  readonly why: () => string | null;
  /** Any data came. */
  readonly touch: () => void;
  /** A part of an answer came. */
  readonly progress: () => void;
  readonly stop: () => void;
};

/**
 * How much longer than silence a call may last in which only heartbeats arrive: 21 minutes by default. A model that
 * reasons in secret sends nothing else meanwhile; a gateway that has lost its model never sends anything else.
 */
const heartbeatsPerIdle = 7;

/** Starts watching at once, so the wait for the first byte counts too. */
export function idleWatch(options: { readonly idleMs: number; readonly signal: AbortSignal }): IdleWatch {
  const controller = new AbortController();
  let why: string | null = null;
  const limit = (ms: number, said: string) =>
    restartable(ms, () => {
      if (controller.signal.aborted) return;
      why = `${said} for ${ms / 1000} s`;
      controller.abort();
    });
  const abort = () => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener('abort', abort, { once: true });
  const silence = limit(options.idleMs, 'nothing arrived');
  const heartbeats = limit(heartbeatsPerIdle * options.idleMs, 'only heartbeats arrived');
  return {
    signal: controller.signal,
    why: () => why,
    touch: silence.restart,
    progress: heartbeats.restart,
    stop: () => {
      for (const timer of [silence, heartbeats]) timer.stop();
      options.signal.removeEventListener('abort', abort);
    },
  };
}

function restartable(
  ms: number,
  end: () => void,
): { readonly restart: () => void; readonly stop: () => void } {
  const timer = setTimeout(end, ms);
  return { restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
