import { fromMarkdown } from 'mdast-util-from-markdown';
import { textOf } from '../documents.ts';

/** What a pushed tag is released from. */
export type Released = {
  /** Such as `v1.2.3`. */
  readonly tag: string;
  readonly packageVersion: string;
  readonly changelog: string;
  /** All tags of the repository. */
  readonly tags: readonly string[];
};

/** The text of a release, and the short tags (`v1`, `v1.2`) that have to point to it from now on. */
export type Release = { readonly notes: string; readonly shortTags: readonly string[] };

/** What to release under a tag. Throws where tag, package.json and changelog do not agree. */
export function releaseOf({ tag, packageVersion, changelog, tags }: Released): Release {
  const version = versionOf(tag);
  if (version === null) throw new Error(`\`${tag}\` is no release: its name has to be like v1.2.3`);
  if (packageVersion !== tag.slice(1))
    throw new Error(`package.json says ${packageVersion}, but the tag is ${tag}`);
  const notes = sectionOf(changelog, tag.slice(1));
  if (notes === '') throw new Error(`CHANGELOG.md says nothing under \`## ${tag.slice(1)}\``);
  const all = tags.map(versionOf).filter((other) => other !== null);
  // A late fix of an old version must not move the short tag back from a newer one.
  const shortTags = [version.slice(0, 1), version.slice(0, 2)].filter(
    (start) => !all.some((other) => startsWith(other, start) && isNewer(other, version)),
  );
  return { notes, shortTags: shortTags.map((start) => `v${start.join('.')}`) };
}

/** What the changelog says under the heading of a version, or ''. */
function sectionOf(changelog: string, version: string): string {
  const headings = fromMarkdown(changelog).children.filter(
    (node) => node.type === 'heading' && node.depth === 2,
  );
  // The heading may end with a date.
  const index = headings.findIndex((heading) => textOf(heading).split(' ')[0] === version);
  if (index < 0) return '';
  return changelog
    .slice(headings[index]?.position?.end.offset, headings[index + 1]?.position?.start.offset)
    .trim();
}

function versionOf(tag: string): readonly number[] | null {
  return /^v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(tag) ? tag.slice(1).split('.').map(Number) : null;
}

function startsWith(version: readonly number[], start: readonly number[]): boolean {
  return start.every((part, index) => version[index] === part);
}

function isNewer(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((part, at) => part !== other[at]);
  return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0);
}
