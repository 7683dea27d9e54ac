import type { Spec } from '../specs/spec.ts';
import { findRunners } from './runners/find-runners.ts';
import { scriptsOf } from './runners/npm-scripts.ts';

/** Why single tests of a spec cannot be seen, in one line with a remedy; null if they can or may be. */
export function resultsNote(spec: Pick<Spec, 'test' | 'results'>, packageJson: string | null): string | null {
  switch (spec.results.kind) {
    case 'file':
    case 'files':
      return null;
    case 'exit-code':
      return 'results: exit-code, which generated code can fake: name a report under `results` if the tests write one.';
    case 'auto': {
      const calls = findRunners(spec.test, scriptsOf(packageJson));
      const isAsked = calls.some(({ runner, place }) => runner.askedBy === 'variable' || place !== null);
      return isAsked
        ? null
        : `no runner is seen in \`${shown(spec.test)}\`, so its exit code may be all that is known: give the runner’s own command, or name a report under \`results\`.`;
    }
  }
}

function shown(command: string): string {
  return command.replaceAll(/[`\s\p{C}]+/gu, ' ').slice(0, 60);
}
