import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aVersion } from '../../testing/builders/a-question.ts';
import { cutClauses } from './cut-clauses.ts';
import { positionsIn } from './positions.ts';

/** What stands at a position: the same rule as for a region of SARIF. */
function textAt(text: string, lines: readonly [number, number], columns: readonly [number, number]): string {
  const all = text.split('\n');
  const own = all.slice(lines[0] - 1, lines[1]);
  const last = own.length - 1;
  return own
    .map((line, index) =>
      line.slice(index === 0 ? columns[0] - 1 : 0, index === last ? columns[1] - 1 : undefined),
    )
    .join('\n');
}

test('three sentences of one line have three places', () => {
  const text = '# Halves\n\nRound half up. A rest must stay. Print 🎈 must work.\n';
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text }] }));

  expect(
    cut.parts.flatMap(({ kind, lines, columns }) => (kind === 'heading' ? [] : [[lines, columns]])),
  ).toEqual([
    [
      [3, 3],
      [1, 15],
    ],
    [
      [3, 3],
      [16, 33],
    ],
    [
      [3, 3],
      [34, 53],
    ],
  ]);
});

test('the columns of any stretch enclose its words and nothing else', () => {
  const character = fc.constantFrom('a', 'é', '🎈', ' ', '\n', '.');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), fc.nat(40), fc.nat(40), (characters, one, other) => {
      const text = characters.join('');
      const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
      const { lines, columns } = positionsIn(text)(from, to);
      const words = text.slice(from, to).trim();

      expect(columns === undefined ? '' : textAt(text, lines, columns)).toBe(words);
    }),
  );
});
