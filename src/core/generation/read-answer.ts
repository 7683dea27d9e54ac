import { doneMarker, endMarker } from './answer-protocol.ts';
import { checkedFiles, unusable } from './checked-files.ts';
import type { Answer, Completion, GeneratedFile } from './completion.ts';
import { readAgentRun } from './read-agent-run.ts';
import { withoutReasoning } from './without-reasoning.ts';
import { shownPath } from './path-rules.ts';

type Marker =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'done' };
type OpenFile = { readonly path: string; readonly lines: string[] };
type Pairs = {
  readonly files: readonly GeneratedFile[];
  readonly isWhole: boolean;
  readonly cut: string | null;
};

/**
 * Reads version 1 of the answer protocol: files, or why there are none; never only some of the files. The answer of an
 * agent is what it left in its folder.
 *
 * A file's content is everything between its two lines, each line with its line end, so it is empty or ends with a
 * newline. Reading stops at the first DONE. An answer that the vendor cut off after its DONE is complete.
 */
export function readAnswer(options: {
  readonly completion: Pick<Completion, 'text' | 'finish' | 'agent'>;
  readonly nonce: string;
  /** Called only for paths that obey the path rules. */
  readonly mayWrite: (path: string) => boolean;
}): Answer {
  const { completion } = options;
  if (completion.finish === 'refused')
    return unusable('refused', 'the model or its vendor refused to answer');
  if (completion.agent !== undefined) return readAgentRun(completion.agent, options.mayWrite);
  const pairs = readPairs(withoutReasoning(completion.text), options.nonce);
  if (pairs.cut !== null) return unusable('truncated', pairs.cut);
  if (!pairs.isWhole && completion.finish === 'truncated') {
    return unusable('truncated', 'the output limit was reached before the DONE line');
  }
  if (pairs.files.length === 0) return unusable('unreadable', 'the answer holds no file');
  if (!pairs.isWhole) return unusable('truncated', 'the answer has no DONE line');
  return checkedFiles(pairs.files, options.mayWrite);
}

function readPairs(text: string, nonce: string): Pairs {
  const files: GeneratedFile[] = [];
  let open: OpenFile | null = null;
  for (const line of text.split('\n')) {
    const marker = readMarker(line, nonce);
    if (marker === null) open?.lines.push(line);
    else if (marker.kind === 'end') {
      if (open !== null) files.push(closed(open));
      open = null;
    } else if (open !== null) return { files, isWhole: false, cut: withoutEnd(open) };
    else if (marker.kind === 'done') return { files, isWhole: true, cut: null };
    else open = { path: marker.path, lines: [] };
  }
  return { files, isWhole: false, cut: open === null ? null : withoutEnd(open) };
}

function readMarker(line: string, nonce: string): Marker | null {
  if (!line.startsWith('=== ')) return null;
  const text = line.trimEnd();
  if (text === endMarker(nonce)) return { kind: 'end' };
  if (text === doneMarker(nonce)) return { kind: 'done' };
  const opening = `=== FILE ${nonce} `;
  if (!text.startsWith(opening) || !text.endsWith(' ===')) return null;
  return { kind: 'file', path: text.slice(opening.length, -' ==='.length).trim() };
}

function closed({ path, lines }: OpenFile): GeneratedFile {
  return {
    path,
    content: stripFence(lines)
      .map((line) => `${line}\n`)
      .join(''),
  };
}

function withoutEnd({ path }: OpenFile): string {
  return `file ${shownPath(path)} has no END line`;
}

type Fence = { readonly mark: string; readonly info: string };

/** A file's lines without the one Markdown fence that encloses all of them, if there is one. */
function stripFence(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findLastIndex((line) => line.trim() !== '');
  const opening = start < end ? readFence(lines[start] ?? '') : null;
  if (opening === null) return lines;
  const body = lines.slice(start + 1, end);
  return closes(lines[end] ?? '', opening) && staysOpen(body, opening) ? body : lines;
}

// Whether no line inside would close the fence (CommonMark), or the fences inside come in their own pairs, as when a
// model fences a README that holds code blocks.
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
