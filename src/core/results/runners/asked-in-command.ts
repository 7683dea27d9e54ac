import type { Format } from '../formats/formats.ts';
import { pathInTree } from './options.ts';
import { nothingAsked, type Addition, type AroundCalls, type Asked, type RunnerCall } from './runner.ts';

/** What is added to a call, and whose report is read: one of ours, or the one that the call asks for itself. */
export type Words =
  | { readonly kind: 'ours'; readonly words: string; readonly format: Format }
  /** `path` as the call gives it. */
  | { readonly kind: 'own'; readonly words: string; readonly path: string };

/**
 * Asks each call that can be reached to write its own file, with words that are inserted into the command. `wordsFor`
 * gets the call and a path for the report; null = the call cannot be asked.
 */
export function askedInCommand(
  calls: readonly RunnerCall[],
  { reports, line }: Pick<AroundCalls, 'reports' | 'line'>,
  wordsFor: (call: RunnerCall, file: string) => Words | null,
): Asked {
  const all = calls.map((call) => askedOf(call, { reports, line }, wordsFor));
  return {
    ...nothingAsked,
    additions: all.flatMap(({ additions }) => additions),
    own: all.flatMap(({ own }) => own),
  };
}

function askedOf(
  call: RunnerCall,
  { reports, line }: Pick<AroundCalls, 'reports' | 'line'>,
  wordsFor: (call: RunnerCall, file: string) => Words | null,
): Pick<Asked, 'additions' | 'own'> {
  const name = `${call.runner.name}-${call.number}.json`;
  const asked = wordsFor(call, `${reports}/${name}`);
  if (asked?.kind === 'ours') {
    return { additions: added(call, asked.words, { name, format: asked.format }), own: [] };
  }
  const path = asked === null ? null : pathInTree(asked.path);
  if (asked === null || path === null || (asked.words !== '' && call.place === null)) {
    return { additions: [], own: [] };
  }
  return { additions: added(call, asked.words, null), own: [fromRoot(line, path)] };
}

function added({ place }: RunnerCall, words: string, file: Addition['file']): readonly Addition[] {
  return place === null || words === '' ? [] : [{ at: place.at, text: ` ${place.separator}${words}`, file }];
}

// After a `cd` the path is relative to a folder that nobody knows here.
function fromRoot(line: string, path: string): string {
  return /(?:^|[;&|(\n])\s*cd\s/.test(line) ? `**/${path}` : path;
}
