/** Ends a call that has been silent for too long. */
type IdleWatch = {
  /** Aborts when the caller's signal aborts, or after `idleMs` without data. */
  readonly signal: AbortSignal;
  readonly wasIdle: () => boolean;
  readonly touch: () => void;
  readonly stop: () => void;
};

/** Starts watching at once, so the wait for the first byte counts too. */
export function idleWatch(options: { readonly idleMs: number; readonly signal: AbortSignal }): IdleWatch {
  const controller = new AbortController();
  let idle = false;
  const giveUp = () => {
    idle = true;
    controller.abort();
  };
  const abort = () => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener('abort', abort, { once: true });
  let timer = setTimeout(giveUp, options.idleMs);
  return {
    signal: controller.signal,
    wasIdle: () => idle,
    touch: () => {
      clearTimeout(timer);
      if (!controller.signal.aborted) timer = setTimeout(giveUp, options.idleMs);
    },
    stop: () => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', abort);
    },
  };
}
