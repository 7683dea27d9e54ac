type Fence = { readonly mark: string; readonly info: string };

/** A file's lines without the one Markdown fence that encloses all of them, if there is one. */
export function stripFence(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findLastIndex((line) => line.trim() !== '');
  const opening = start < end ? readFence(lines[start] ?? '') : null;
  if (opening === null) return lines;
  const body = lines.slice(start + 1, end);
  return closes(lines[end] ?? '', opening) && staysOpen(body, opening) ? body : lines;
}

// Either no line inside would close the fence (CommonMark), or the fences inside come in pairs of their own,
// as when a model fences a README that holds code blocks.
function staysOpen(body: readonly string[], opening: Fence): boolean {
  if (!body.some((line) => closes(line, opening))) return true;
  let depth = 0;
  for (const line of body) {
    const fence = readFence(line);
    if (fence === null || fence.mark.charAt(0) !== opening.mark.charAt(0)) continue;
    depth += fence.info === '' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function readFence(line: string): Fence | null {
  const found = /^(`{3,}|~{3,})([^`]*)$/.exec(line.trimEnd());
  return found === null ? null : { mark: found[1] ?? '', info: (found[2] ?? '').trim() };
}

function closes(line: string, opening: Fence): boolean {
  const fence = readFence(line);
  return fence !== null && fence.info === '' && fence.mark.startsWith(opening.mark);
}
