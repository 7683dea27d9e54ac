/**
 * The text without comments and docstrings that begin a line, whatever the language; each becomes an empty line. Comments
 * behind code stay: where a string ends is not known here.
 */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let closing: string | null = null;
  for (const line of text.split('\n')) {
    const begun: string = closing === null ? line.trimStart() : line;
    const opened: Opened | null = closing === null ? openedBy(begun) : { closing, from: 0 };
    if (opened === null) {
      kept.push(lineComment.test(begun) ? '' : line);
      continue;
    }
    const end: number = begun.indexOf(opened.closing, opened.from);
    closing = end < 0 ? opened.closing : null;
    kept.push(end < 0 ? '' : begun.slice(end + opened.closing.length));
  }
  return kept.join('\n');
}

// In JavaScript a private field also begins with a hash, but no blank follows. `//go:embed` reads files.
const lineComment = /^(?:\/\/(?!go:embed)|#(?:[\s#!]|$))/;

/** A comment of several lines, and where to look for its end. */
type Opened = { readonly closing: string; readonly from: number };

function openedBy(line: string): Opened | null {
  if (line.startsWith('/*')) return { closing: '*/', from: 2 };
  const quotes = /^[rR]?("""|''')/.exec(line);
  const [all, closing] = quotes ?? [];
  return all === undefined || closing === undefined ? null : { closing, from: all.length };
}
