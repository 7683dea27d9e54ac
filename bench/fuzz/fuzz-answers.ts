import { posix } from 'node:path';
import { readAnswer } from '../../src/core/generation/read-answer.ts';
import type { GeneratedFile } from '../../src/core/generation/completion.ts';
import { pathRules } from '../../src/core/specs/writable.ts';
import type { Spec } from '../../src/core/specs/spec.ts';
import { randomOf } from '../verdicts/random.ts';
import { drawsFrom } from './draws.ts';
import { extremesOf, type Extremes } from './extremes.ts';
import { makeAnswer, nonce } from './make-answer.ts';

/** Results of reading many answers; `escaped` has each path that should not have been accepted. */
export type FuzzedAnswers = Extremes & {
  readonly accepted: number;
  readonly unusable: Readonly<Record<string, number>>;
  readonly escaped: readonly string[];
};

const spec: Spec = {
  name: 'fuzzed',
  files: ['SPEC.md'],
  instructions: [],
  writes: ['src/**', 'lib/**', '!src/kept/**'],
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' },
  timeoutMs: null,
};

/** Reads generated answers as a run does, and asks an oracle of its own about every path that was accepted. */
export function fuzzAnswers(of: { readonly count: number; readonly seed: number }): FuzzedAnswers {
  const draws = drawsFrom(randomOf(of.seed, 1));
  const { mayWrite } = pathRules(spec);
  const unusable: Record<string, number> = {};
  const escaped: string[] = [];
  let accepted = 0;
  const extremes = extremesOf(of.count, {
    make: () => makeAnswer(draws),
    use: (text) => {
      const finish = text.length % 7 === 0 ? 'truncated' : 'complete';
      const answer = readAnswer({
        completion: { text, finish },
        nonce,
        mayWrite,
      });
      if (answer.kind === 'unusable') unusable[answer.why] = (unusable[answer.why] ?? 0) + 1;
      else {
        accepted += 1;
        escaped.push(...outside(answer.files));
      }
    },
  });
  return { ...extremes, accepted, unusable, escaped };
}

const root = '/workspace/tree';

/** Computed without the code under test: where the path really leads, on the strictest file system. */
function outside(files: readonly GeneratedFile[]): readonly string[] {
  const paths = files.map(({ path }) => path);
  const isTwice = new Set(paths.map((path) => path.toLowerCase())).size < paths.length;
  return isTwice ? paths : paths.filter((path) => !isInside(path));
}

function isInside(path: string): boolean {
  const names = path.split('/');
  return (
    posix.resolve(root, path) === `${root}/${path}` &&
    names.length > 1 &&
    ['src', 'lib'].includes(names[0] ?? '') &&
    !path.startsWith('src/kept/') &&
    !hasControl(path) &&
    !names.some((name) => forbidden.test(name))
  );
}

const forbidden =
  /^(?:\.git.*|git~\d.*|node_modules|(?:con|aux|nul)(?:\..*)?|.*[. ])$|^(?:conftest\.py|tests|__tests__)$|\.(?:test|spec)\./i;

function hasControl(path: string): boolean {
  return /[\\:]|\p{Cc}/u.test(path);
}
