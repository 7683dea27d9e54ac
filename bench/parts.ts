import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cutChange } from '../src/core/parts/cut-change.ts';
import { textsWith } from '../src/core/parts/texts-with.ts';
import { hunksBetween } from '../src/core/specs/hunks.ts';
import { aChange, aVersion } from '../src/testing/builders/a-question.ts';
import { startOutcome } from './outcome.ts';
import { clausesIn, randomVersions, splitSentences } from '../src/testing/parts/proof-of-subsets.ts';

/**
 * Proves on whole histories that specs can be cut into parts: `npm run bench:parts -- CLONE…`, each a clone with a SPEC.md.
 * Every version is looked at, 200 random subsets of the last one and four of each other one.
 */
const path = 'SPEC.md';
const clones = process.argv.slice(2).filter((word) => word !== '--write');
if (clones.length === 0) throw new Error('Name clones of repositories with a SPEC.md.');
const outcome = startOutcome({ name: 'parts', command: 'npm run bench:parts -- CLONE…' });
for (const clone of clones) {
  const subject = basename(clone, '.git').replace(/^.*\+/, '');
  const texts = versionsOf(clone);
  const last = texts.at(-1) ?? '';
  const subsets = [
    ...randomVersions(last, { count: 200, span: 10_000 }),
    ...texts.slice(0, -1).flatMap((text) => [...randomVersions(text, { count: 4, span: 20 })]),
  ];
  const wrongTrees = subsets.filter(({ read, expected }) => !isDeepStrictEqual(read, expected));
  const notWhole = texts.filter((text) => textsWith(clausesIn(text), () => true)[0]?.text !== text).length;
  const split = texts.flatMap((text) => splitSentences(text));
  const changes = texts.slice(1).map((text, index) => changeFound(texts[index] ?? '', text));
  const sum = (of: (change: Found) => number): number => changes.reduce((all, each) => all + of(each), 0);
  const none = { unit: '', atMost: 0, subject };
  outcome.add(
    { subject, what: 'versions', figure: texts.length, unit: '' },
    { subject, what: 'parts of the last one', figure: clausesIn(last).parts.length, unit: '' },
    { subject, what: 'random subsets', figure: subsets.length, unit: '' },
    {
      ...none,
      what: 'subsets whose tree is not the full tree without what is left out',
      figure: wrongTrees.length,
    },
    { ...none, what: 'versions that all parts do not give back', figure: notWhole },
    { ...none, what: 'sentences that are split', figure: split.length },
    { subject, what: 'commits', figure: changes.length, unit: '' },
    { subject, what: 'hunks', figure: sum(({ hunks }) => hunks), unit: '' },
    { ...none, what: 'hunks without a part', figure: sum(({ without }) => without) },
    {
      ...none,
      what: 'commits whose parts give another base or head',
      figure: changes.filter(({ isExact }) => !isExact).length,
    },
  );
  for (const place of split.slice(0, 5)) console.log(JSON.stringify(place));
  for (const { text } of wrongTrees.slice(0, 1)) console.log(text);
}
outcome.end();

function versionsOf(clone: string): readonly string[] {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8', maxBuffer: 100_000_000 });
  return git('log', '--reverse', '--format=%H', '--diff-filter=AM', '--', path)
    .split('\n')
    .flatMap((commit) => (commit === '' ? [] : [git('show', `${commit}:${path}`).replaceAll('\r\n', '\n')]));
}

type Found = {
  readonly hunks: number;
  readonly parts: number;
  readonly without: number;
  readonly isExact: boolean;
};

function changeFound(before: string, after: string): Found {
  const [base, head] = [[{ path, text: before }], [{ path, text: after }]];
  const hunks = hunksBetween(base, head, new Map());
  const cut = cutChange(
    aChange({ base: aVersion('base', { files: base }), head: aVersion('head', { files: head }), hunks }),
  );
  const without = hunks.filter(
    ({ headStart, added }) =>
      !cut.parts.some(({ lines }) => lines[0] <= headStart + added.length && lines[1] >= headStart - 1),
  ).length;
  return {
    hunks: hunks.length,
    parts: cut.parts.length,
    without,
    isExact:
      isDeepStrictEqual(
        textsWith(cut, () => true),
        head,
      ) &&
      isDeepStrictEqual(
        textsWith(cut, () => false),
        base,
      ),
  };
}
