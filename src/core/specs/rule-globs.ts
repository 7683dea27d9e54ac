import { mayShareFile } from './may-share-file.ts';
import { escapeGlob, isNegation } from './path-matcher.ts';
import type { Spec, TextFile } from './spec.ts';

/** Rule files that say themselves which files they are for: where they lie, and the key of their front matter. */
const kinds: readonly { readonly path: RegExp; readonly key: string }[] = [
  { path: /\.mdc$|(?:^|\/)\.windsurf\/rules\/.+\.md$/, key: 'globs' },
  { path: /\.instructions\.md$/, key: 'applyTo' },
  { path: /(?:^|\/)\.claude\/rules\/.+\.md$/, key: 'paths' },
  { path: /(?:^|\/)\.kiro\/steering\/.+\.md$/, key: 'fileMatchPattern' },
];

/** Whether a file is a rule that may be for some files only, so that its front matter has to be read. */
export function isScopedRule(path: string): boolean {
  return kinds.some((kind) => kind.path.test(path));
}

/**
 * The globs of the files that a rule is for (Cursor, Windsurf, Copilot, Claude, Kiro), as its front matter names them;
 * null = no limits: it says that it always applies, or names no files.
 */
export function globsOfRule({ path, text }: TextFile): readonly string[] | null {
  const key = kinds.find((kind) => kind.path.test(path))?.key;
  const front = /^---[ \t]*\n([^]*?\n)---[ \t]*(?:\n|$)/.exec(text)?.[1];
  if (key === undefined || front === undefined) return null;
  if (/^(?:alwaysApply:[ \t]*true|inclusion:[ \t]*["']?always|trigger:[ \t]*always)/m.test(front))
    return null;
  const globs = valuesOf(front, key)
    .filter((glob) => !isNegation(glob))
    .map(anywhere);
  return globs.length === 0 ? null : globs;
}

/** Whether a rule is for something that this spec is about: what its model writes, or is shown. */
export function isRuleFor(rule: TextFile, spec: Spec): boolean {
  const globs = globsOfRule(rule);
  if (globs === null) return true;
  const about = [...spec.writes.filter((each) => !isNegation(each)), ...spec.context];
  const files = spec.files.map((file) => escapeGlob(file));
  return globs.some((glob) => [...about, ...files].some((other) => mayShareFile(glob, other)));
}

// Not by a YAML parser: editors write `globs: *.ts, src/**` without quotes, which is no YAML.
function valuesOf(front: string, key: string): readonly string[] {
  const lines = front.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (at === -1) return [];
  const own = (lines[at] ?? '').slice(key.length + 1);
  const below: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const item = /^[ \t]*- +(.*)$/.exec(line)?.[1];
    if (item === undefined) break;
    below.push(item);
  }
  return [own, ...below].flatMap((text) => apart(text)).filter((glob) => glob !== '');
}

// A comma inside braces belongs to the glob.
function apart(text: string): readonly string[] {
  const inside = text.trim().replace(/^\[/, '').replace(/\]$/, '');
  return [...inside.matchAll(/(?:\{[^{}]*\}|[^,{}])+/g)].map(([each]) =>
    each.trim().replaceAll(/^["']|["']$/g, ''),
  );
}

// As in `.gitignore`: a name without a folder counts at any depth, and the root may be written as `/`.
function anywhere(glob: string): string {
  const plain = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  return plain !== glob.replace(/\/+$/, '') || plain.includes('/') ? plain : `**/${plain}`;
}
