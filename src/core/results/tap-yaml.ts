/** What the YAML block behind a test point says, and the index of its last line. */
export type TapYaml = { readonly message: string; readonly isSuite: boolean; readonly end: number };

const blockLimit = 2000;

/** Reads the block that begins at `start`; null when it is never closed. */
export function readTapYaml(lines: readonly string[], start: number): TapYaml | null {
  const indent = indentOf(lines[start] ?? '');
  const after = lines.slice(start + 1, start + blockLimit);
  const length = after.findIndex((line) => line.trim() === '...' && indentOf(line) === indent);
  if (length === -1) return null;
  const block = after.slice(0, length);
  return {
    message: messageIn(block),
    isSuite: block.some((line) => /^\s*type: '?suite'?$/.test(line) && indentOf(line) === indent),
    end: start + 1 + length,
  };
}

/** node:test calls it `error`, mocha and node-tap `message`. */
function messageIn(block: readonly string[]): string {
  const at = block.findIndex((line) => /^\s*(?:error|message):/.test(line));
  const line = block[at];
  if (line === undefined) return '';
  const value = line.slice(line.indexOf(':') + 1).trim();
  if (!/^[|>][+-]?$/.test(value)) return value.replace(/^(['"])(.*)\1$/, '$2');
  const rest = block.slice(at + 1);
  const next = rest.findIndex((other) => other.trim() !== '' && indentOf(other) <= indentOf(line));
  return (next === -1 ? rest : rest.slice(0, next)).map((other) => other.trim()).join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
