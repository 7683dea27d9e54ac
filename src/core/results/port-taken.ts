import type { TestRun } from './test-report.ts';

/** What Node, Python, Go, Java, Ruby and Rust print where another program listens on the port already. */
const taken = /EADDRINUSE[^\n]*|AddrInUse[^\n]*|address already in use[^\n]*/i;

/** What a failed run said of a port that another program holds, clipped; null = nothing, or it passed. */
export function portTaken({ run, report }: TestRun): string | null {
  if (run.end.kind === 'exited' && run.end.code === 0) return null;
  const messages = (report?.cases ?? []).map(({ message }) => message);
  const said = [...messages, run.stderr.text, run.stdout.text].find((text) => taken.test(text));
  const words = said === undefined ? null : (taken.exec(said)?.[0] ?? null);
  return (
    words
      ?.replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 120) ?? null
  );
}
