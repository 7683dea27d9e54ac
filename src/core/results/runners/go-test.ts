import { goTestEvents } from '../formats/go-test-events.ts';
import { askedInCommand } from './asked-in-command.ts';
import { isGiven } from './options.ts';
import type { Runner } from './runner.ts';
import { shellQuoted, unquoted } from './shell-words.ts';

/** The go command cannot write to a file, so its output is redirected. */
export const goTest: Runner = {
  name: 'go-test',
  askedBy: 'redirection',
  namedAt: ([program = '', verb = '']) =>
    /^(?:.*\/)?go$/.test(unquoted(program)) && unquoted(verb) === 'test' ? 1 : -1,
  ask: (calls, around) =>
    askedInCommand(calls, around, ({ words, place }, file) => {
      const json = isGiven(words, ['-json', '--json']);
      const target = place === null ? null : targetIn(around.line.slice(place.at));
      if (target === null) {
        // Go keeps the results of tests, and must not answer with those of another run.
        const fresh = isGiven(words, ['-count', '--count']) ? '' : '-count=1 ';
        return {
          kind: 'ours',
          words: `${json ? '' : '-json '}${fresh}> ${shellQuoted(file)}`,
          format: goTestEvents,
        };
      }
      // Of two redirections the later one wins, and our file would stay empty.
      return json ? { kind: 'own', words: '', path: target } : null;
    }),
};

/** Where the output of a call goes that stands before this text; null = it is printed. */
function targetIn(rest: string): string | null {
  return /^[^;&|\n]*(?<![02-9])>+\s*([^\s;&|<>()]+)/.exec(rest)?.[1] ?? null;
}
