import { aVersion } from '../builders/a-question.ts';
import { cutClauses } from '../../core/parts/cut-clauses.ts';
import type { CutSpec, Part } from '../../core/parts/part.ts';
import { presence, textsWith } from '../../core/parts/texts-with.ts';
import { prunedTree, type SeenNode } from './pruned-tree.ts';
import { removedStretches } from './removed-stretches.ts';

/** One version of a text: its tree as it is read, and as the full tree without the removed nodes. */
export type Compared = { readonly text: string; readonly read: SeenNode; readonly expected: SeenNode };

/** The clauses of a Markdown text. */
export function clausesIn(text: string): CutSpec {
  return cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text }] }));
}

/**
 * Versions of a text with random subsets of its parts. In each the parts of a random stretch are drawn, so that reading
 * many versions of a long text takes seconds; `span` is the longest stretch.
 */
export function* randomVersions(
  text: string,
  of: { readonly count: number; readonly span: number },
): Generator<Compared> {
  const cut = clausesIn(text);
  const [whole] = cut.texts;
  if (whole === undefined) return;
  const full = prunedTree(text);
  const next = numbers(text.length);
  for (let version = 0; version < of.count; version += 1) {
    const start = Math.floor(next() * Math.max(cut.parts.length - of.span, 1));
    const share = next();
    const chosen = new Set(
      cut.parts.slice(start, start + of.span).flatMap(({ id }) => (next() < share ? [id] : [])),
    );
    const has = ({ id }: Part): boolean => chosen.has(id);
    const variant = textsWith(cut, has)[0]?.text ?? '';
    yield {
      text: variant,
      read: prunedTree(variant)([]),
      expected: full(removedStretches(whole, presence(cut, has))),
    };
  }
}

/** Where a part begins within a line although no sentence ended before it: the words around the place. */
export function splitSentences(text: string): readonly string[] {
  const [whole] = clausesIn(text).texts;
  const split: string[] = [];
  let from = 0;
  for (const piece of whole?.pieces ?? []) {
    const before = textBefore(text, from);
    const isSplit = /\S/.test(before) && !/[.!?][)\]"”’*_]*\s+$/.test(before);
    const isShort = /(?:\be\.g\.|\bi\.e\.|\betc\.|\bvs\.|\bcf\.|\d\.\d)\s*$/.test(before);
    if (typeof piece !== 'string' && (isSplit || isShort)) split.push(text.slice(from - 30, from + 30));
    from += (typeof piece === 'string' ? piece : piece.present).length;
  }
  return split;
}

// The line up to a place, and where the place begins a line of words, the line above: a sentence may go on over the break,
// but not out of a heading or a block of code.
function textBefore(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (line.trim() !== '' || !/^[a-z(]/.test(text.slice(at))) return line;
  const before = text.slice(0, at - line.length);
  const above = before.slice(before.lastIndexOf('\n', before.length - 2) + 1);
  return /^\s*(?:#|```|~~~)/.test(above) ? line : above + line;
}

/** Numbers from 0 up to but not including 1, the same for the same seed (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
