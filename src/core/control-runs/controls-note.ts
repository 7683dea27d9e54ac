import type { Controls } from '../controls/change.ts';

/** Says how many changes of its tests a suite notices, and which files notice nothing; null where nothing was changed. */
export function controlsNote(suite: string, controls: Controls): string | null {
  const words = noticingWords(controls);
  return words === null ? null : `The tests of ${suite} ${words}`;
}

/** The same without its subject, for a line that has named the tests already. */
export function noticingWords({ changed, noticed, blind, byExitCode }: Controls): string | null {
  if (changed === 0) return null;
  const weaker = byExitCode ? ', as far as its exit code says' : '';
  const none = blind.length === 0 ? '' : `; nothing is noticed in ${shown(blind)}`;
  return `notice ${noticed} of ${changed} changes of what they expect${weaker}${none}.`;
}

function shown(files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `${files.slice(0, 3).join(', ')}${more}`;
}
