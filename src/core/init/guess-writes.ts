import { literalGlob } from './literal-glob.ts';
import { scriptsOfSkill, type FoundSpec } from './find-specs.ts';

/** The code that a spec describes, and how we know; `writes` is empty if nothing says it. */
export type WritesGuess = {
  readonly writes: readonly string[];
  readonly because: string;
};

/** What is known of a repository: its tracked paths and the texts of its specs. */
export type Surroundings = {
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * Which paths a spec describes. Known means: the spec links to its target, it is a skill with scripts, or exactly one
 * file or folder has its name. A path that the spec merely quotes does not count, because a wrong folder would be emptied and written anew
 * at the user's cost.
 */
export function guessWrites(spec: FoundSpec, around: Surroundings): WritesGuess | null {
  const targets = targetsOf(spec, around);
  if (targets.length > 0)
    return { writes: targets.map((path) => literalGlob(path)), because: 'its target, as the spec says' };
  const scripts = scriptsOfSkill(spec.files[0] ?? '');
  if (scripts !== null && around.paths.some((path) => path.startsWith(scripts) && sources.test(path)))
    return { writes: [`${literalGlob(scripts)}**`], because: 'the scripts of the skill' };
  const called = calledLike(spec, around.paths);
  const [only] = called;
  return called.length === 1 && only !== undefined
    ? { writes: [only], because: 'the one place with code that is called like the spec' }
    : null;
}

/** Folders with source files that a reader may want to name. */
export function candidateFolders(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths.filter(isSource)) {
    const folder = path.split('/').slice(0, -1).slice(0, 2).join('/');
    if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([folder]) => `${folder}/**`);
}

/**
 * A spec in the root has no name of its own. Where its title, the Python project and the only folder with code, below
 * `src`, have one name, that is its name.
 */
export function withPackageName(spec: FoundSpec, { paths, texts }: Surroundings): FoundSpec {
  const file = spec.files.join();
  if (!/^SPEC\.\w+$/i.test(file)) return spec;
  const title = asModule(titleLine.exec(texts.get(file) ?? ''));
  const module = asModule(projectName.exec(texts.get('pyproject.toml') ?? ''));
  const code = paths.filter(isSource);
  const isOnly = code.length > 0 && code.every((path) => path.startsWith(`src/${module}/`));
  return module !== '' && module === title && isOnly ? { ...spec, name: module } : spec;
}

const titleLine = /^# +(.{1,100})$/m;
const projectName = /^\[project\]\n(?:(?!\[).*\n)*?name\s*=\s*["']([\w.-]{1,100})["']/m;

function asModule(found: RegExpExecArray | null): string {
  return (found?.[1] ?? '').trim().toLowerCase().replaceAll(/[-. ]/g, '_');
}

const most = 50;

/** Tracked sources that the spec links to as its target. */
function targetsOf({ files }: FoundSpec, { paths, texts }: Surroundings): readonly string[] {
  const tracked = new Set(paths);
  const said = files.flatMap((file) => {
    const text = (texts.get(file) ?? '').slice(0, 200_000);
    const links = [...text.matchAll(/\[@generate\]\(([^)\s]{1,300})\)/g)].map(([, target = '']) => target);
    const folder = file.split('/').slice(0, -1);
    return [...links, ...listedTargets(text)].map((target) => joined(folder, target));
  });
  return [...new Set(said)].filter((path) => tracked.has(path) && isSource(path)).slice(0, most);
}

/** `targets:` of the front matter. */
function listedTargets(text: string): readonly string[] {
  const front = /^---\n([\s\S]{0,5000}?)\n---/.exec(text)?.[1] ?? '';
  const list = /^targets:\s*\n((?:\s*-\s.*\n?)+)/m.exec(`${front}\n`)?.[1] ?? '';
  return list.split('\n').flatMap((line) => /^\s*-\s+["']?([^"'\s]+)/.exec(line)?.[1] ?? []);
}

function joined(folder: readonly string[], target: string): string {
  const parts = [...folder];
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Globs of the folders and files with code that have the spec's name; a file within such a folder is part of it. */
function calledLike({ name, files }: FoundSpec, paths: readonly string[]): readonly string[] {
  const names = new Set([name, name.replace(/^\d+-/, '')]);
  const own = new Set(files.map((file) => file.split('/').slice(0, -1).join('/')));
  const places = paths.filter(isSource).flatMap((path) => {
    const parts = path.split('/');
    const at = parts.findIndex((part, index) => index < parts.length - 1 && names.has(part));
    const folder = parts.slice(0, at + 1).join('/');
    if (at === -1) return names.has(stemOf(path)) ? [literalGlob(path)] : [];
    // The spec's own folder also holds the package's manifest and tests, so only its `src` is generated.
    if (!own.has(folder)) return [`${literalGlob(folder)}/**`];
    return parts[at + 1] === 'src' && parts.length > at + 2 ? [`${literalGlob(folder)}/src/**`] : [];
  });
  return [...new Set(places)];
}

function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
}

const sources = /\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kts?|cs|swift|php|exs?|c|cc|cpp|h|hpp)$/;
const notGenerated =
  /(?:^|\/)(?:node_modules|vendor|dist|build|tests?|__tests__|fixtures|testdata|docs|scripts|examples?)\/|\.(?:test|spec)\.|_test\.|(?:^|\/)(?:test_|conftest)|\.config\./;

function isSource(path: string): boolean {
  return sources.test(path) && !notGenerated.test(path);
}
