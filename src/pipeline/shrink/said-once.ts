import type { Log } from '../../ports/log.ts';

/**
 * A log that says each line once: every question about a text measures the same tree, and would say the same of it. The
 * verdicts of these questions are left out, because they name the spec and not what it lacked: `removalLine` says both.
 */
export function saidOnce(log: Log): Log {
  const said = new Set<string>();
  const once =
    (say: (line: string) => void) =>
    (line: string): void => {
      if (said.has(line)) return;
      said.add(line);
      say(line);
    };
  return {
    info: once((line) => log.info(line)),
    warn: once((line) => log.warn(line)),
    progress: (state) => log.progress({ ...state, questions: [] }),
  };
}
