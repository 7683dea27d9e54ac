import type { SpecVersion } from './spec.ts';

/** The files of a spec that are committed without a word in them. */
export function emptyFiles({ files }: Pick<SpecVersion, 'files'>): readonly string[] {
  return files.filter(({ text }) => text.trim() === '').map(({ path }) => path);
}

/** What a reader should know, before any call, about a spec from which no model can learn anything. */
export function emptyFilesNote(version: SpecVersion): string | null {
  const empty = emptyFiles(version);
  if (empty.length === 0) return null;
  return `${empty.join(', ')} of the spec ${version.spec.name} ${empty.length === 1 ? 'is' : 'are'} empty, so no model learns anything from there.`;
}
