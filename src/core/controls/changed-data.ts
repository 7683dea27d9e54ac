import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Node, type Scalar } from 'yaml';
import { isJudging, isMixed } from '../specs/steering-names.ts';
import { otherValues } from './other-value.ts';

/** Stands in a change for the path: every data file under the tests is changed together. */
export const everyDataFile = 'data files of the tests';

/** Whether a file under the tests may hold examples. What steers a runner or names packages holds none. */
export function isDataFile(path: string): boolean {
  return /\.(?:json|ya?ml)$/.test(path) && !/\block\b/.test(path) && !isJudging(path) && !isMixed(path);
}

/**
 * The file with every value that its examples expect replaced by another one: `variant` 0 or 1, which differ at every
 * place but at booleans. Everything else of the file stays byte for byte. null if it expects nothing, or cannot be read.
 */
export function changedData(text: string, variant: number): string | null {
  if (text.length > mostCharacters) return null;
  // JSON is YAML. An error in the text would leave its places in doubt.
  const document = parseDocument(text, { keepSourceTokens: false, uniqueKeys: false });
  if (document.errors.length > 0) return null;
  const found = expectedIn(document.contents);
  const edits = found
    .flatMap((scalar) => editOf(text, scalar, variant))
    .toSorted((a, b) => b.start - a.start);
  if (edits.length === 0) return null;
  return edits.reduce((made, { start, end, to }) => made.slice(0, start) + to + made.slice(end), text);
}

const mostCharacters = 500_000;
const expectedKey = /^(?:wants?|wanted|expect\w*|exp|outputs?|outs?|results?)$/i;

/** Values below a key that says so; else the last one of each row. */
function expectedIn(contents: Node | null): readonly Scalar[] {
  const named: Scalar[] = [];
  const last: Scalar[] = [];
  if (contents === null) return [];
  visit(contents, {
    Scalar: (key, scalar, path) => {
      if (key === 'key') return;
      const isNamed = path.some(
        (each) => isPair(each) && isScalar(each.key) && expectedKey.test(String(each.key.value)),
      );
      if (isNamed) named.push(scalar);
      const [outer, row] = path.slice(-2);
      if (isSeq(row) && (isSeq(outer) || isMap(outer)) && row.items.length > 1 && row.items.at(-1) === scalar)
        last.push(scalar);
    },
  });
  return named.length > 0 ? named : last;
}

type Edit = { readonly start: number; readonly end: number; readonly to: string };

function editOf(text: string, { value, type, range }: Scalar, variant: number): readonly Edit[] {
  if (range === undefined || range === null || type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return [];
  const [start, end] = range;
  const to = otherText(text.slice(start, end), { value, isPlain: type === 'PLAIN' })[variant];
  return to === undefined ? [] : [{ start, end, to }];
}

function otherText(
  written: string,
  { value, isPlain }: { readonly value: unknown; readonly isPlain: boolean },
): readonly string[] {
  if (typeof value === 'boolean') {
    const [other] = otherValues('boolean', written);
    return other === undefined ? [] : [other, other];
  }
  if (typeof value === 'number') {
    const [, sign = '', rest = ''] = /^([-+]?)(.*)$/.exec(written) ?? [];
    return otherValues('number', rest).map((other) => `${sign}${other}`);
  }
  if (typeof value !== 'string' || written.includes('\n')) return [];
  return isPlain ? [`${written}x`, `${written}qx`] : otherValues('string', written);
}
