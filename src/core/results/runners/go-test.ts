import { goTestEvents } from '../formats/go-test-events.ts';
import { askedInCommand } from './asked-in-command.ts';
import type { Runner } from './runner.ts';
import { shellQuoted, unquoted } from './shell-words.ts';

/** The go command cannot write to a file, so its output is redirected. */
export const goTest: Runner = {
  name: 'go-test',
  askedBy: 'redirection',
  namedAt: ([program = '', verb = '']) =>
    /^(?:.*\/)?go$/.test(unquoted(program)) && unquoted(verb) === 'test' ? 1 : -1,
  ask: (calls, { line, reports }) =>
    askedInCommand(
      calls.filter(({ place }) => place !== null && !sendsItsOutputAway(line.slice(place.at))),
      reports,
      { format: goTestEvents, words: (file) => `-json > ${shellQuoted(file)}` },
    ),
};

// Of two redirections the later one wins, and our file would stay empty.
function sendsItsOutputAway(rest: string): boolean {
  return /^[^;&|\n]*(?<![02-9])>/.test(rest);
}
