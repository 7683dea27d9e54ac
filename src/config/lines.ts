import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from 'yaml';

/** Line of a key path in a YAML document, or of its nearest ancestor that is written there. */
export function lineAt(parsed: Document.Parsed, lines: LineCounter, keyPath: readonly PropertyKey[]): number {
  let node = resolved(parsed, parsed.contents);
  let offset = node?.range?.[0] ?? 0;
  for (const key of keyPath) {
    const step = stepInto(node, key);
    if (step === null) break;
    offset = step.offset;
    node = resolved(parsed, step.value);
  }
  return lines.linePos(offset).line;
}

type Step = { readonly offset: number; readonly value: unknown };

function stepInto(node: Node | null, key: PropertyKey): Step | null {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => keyText(item.key) === String(key));
    return pair === undefined ? null : { offset: offsetOf(pair.key), value: pair.value };
  }
  if (isSeq(node) && typeof key === 'number' && key < node.items.length) {
    return { offset: offsetOf(node.items[key]), value: node.items[key] };
  }
  return null;
}

// A key without text (`: value`) is read as the empty key.
function keyText(key: unknown): string {
  const value: unknown = isScalar(key) ? key.value : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

function resolved(parsed: Document.Parsed, node: unknown): Node | null {
  if (isAlias(node)) return node.resolve(parsed) ?? null;
  return isScalar(node) || isMap(node) || isSeq(node) ? node : null;
}
