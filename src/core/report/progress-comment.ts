import { isCommentMarker } from './marker.ts';
import { paragraph, words, writeMarkdown } from './markdown.ts';
import { code } from './prose.ts';

/** What the sticky comment says while a run is going. */
export function renderProgressComment(progress: {
  readonly marker: string;
  readonly head: string;
  readonly done: number;
  readonly planned: number;
}): string {
  if (!isCommentMarker(progress.marker)) throw new Error(`Not a comment marker: ${progress.marker}`);
  const state = `: ${progress.done} of ${progress.planned} samples so far. The verdict will replace this text.`;
  return `${progress.marker}\n\n${writeMarkdown([
    paragraph(words('Checking '), code(progress.head, 40), words(state)),
  ])}`;
}
