import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { cutChange } from '../src/core/parts/cut-change.ts';
import { textsWith } from '../src/core/parts/texts-with.ts';
import { hunksBetween } from '../src/core/specs/hunks.ts';
import { aChange, aVersion } from '../src/testing/builders/a-question.ts';
import { clausesIn, randomVersions, splitSentences } from '../src/testing/parts/proof-of-subsets.ts';

/**
 * Proves on whole histories that specs can be cut into parts: `node scripts/prove-parts.ts CLONE…`, each a clone with a
 * SPEC.md. Prints what was looked at and fails if anything does not hold.
 */
const path = 'SPEC.md';
for (const clone of process.argv.slice(2)) {
  const texts = versionsOf(clone);
  const last = texts.at(-1) ?? '';
  const wrongTrees = [...randomVersions(last, { count: 200, span: 10_000 })].filter(
    ({ read, expected }) => !isDeepStrictEqual(read, expected),
  ).length;
  const notWhole = texts.filter((text) => textsWith(clausesIn(text), () => true)[0]?.text !== text).length;
  const split = texts.flatMap((text) => splitSentences(text));
  const changes = texts.slice(1).map((text, index) => changeFound(texts[index] ?? '', text));
  const lost = changes.filter(({ isExact }) => !isExact).length;
  const sum = (of: (change: Found) => number): number => changes.reduce((all, each) => all + of(each), 0);
  console.log(
    `${clone}: ${texts.length} versions, ${clausesIn(last).parts.length} parts in the last one;`,
    `${wrongTrees} of 200 subsets with another tree, ${notWhole} versions not whole, ${split.length} sentences split;`,
    `${changes.length} commits, ${sum(({ hunks }) => hunks)} hunks, ${sum(({ parts }) => parts)} parts,`,
    `${sum(({ without }) => without)} hunks without a part, ${lost} commits not exact`,
  );
  for (const place of split.slice(0, 5)) console.log(JSON.stringify(place));
  if (wrongTrees + notWhole + split.length + lost + sum(({ without }) => without) > 0) process.exitCode = 1;
}

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
