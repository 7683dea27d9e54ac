import { junit } from '../formats/junit.ts';
import { askedInCommand } from './asked-in-command.ts';
import { valueOf } from './options.ts';
import type { Runner } from './runner.ts';
import { shellQuoted, unquoted } from './shell-words.ts';

/** `bun test` is a runner of its own; a script of that name is called with `bun run test`. */
export const bunTest: Runner = {
  name: 'bun-test',
  askedBy: 'words',
  namedAt: ([program = '', verb = '']) =>
    /^(?:.*\/)?bun$/.test(unquoted(program)) && unquoted(verb) === 'test' ? 1 : -1,
  ask: (calls, around) =>
    askedInCommand(calls, around, ({ words }, file) => {
      const own = valueOf(words, ['--reporter-outfile']);
      if (own !== null) return { kind: 'own', words: '', path: own };
      const reporter = valueOf(words, ['--reporter']);
      if (reporter !== null && reporter !== 'junit') return null;
      const asked = `${reporter === null ? '--reporter=junit ' : ''}${shellQuoted(`--reporter-outfile=${file}`)}`;
      return { kind: 'ours', words: asked, format: junit };
    }),
};
