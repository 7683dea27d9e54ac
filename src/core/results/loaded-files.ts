import { withoutRoot } from './case-id.ts';

/** Name of the file in the report folder in which a traced run lists what it loaded. */
export const loadedList = 'loaded.txt';

/** A command and the variables that are set for it. */
type Traceable = { readonly command: string; readonly environment: Readonly<Record<string, string>> };

/**
 * The command with a list of the files that were loaded while it ran: modules of Node by its coverage, modules of
 * Python by where it keeps their compiled form, packages of Go by what their tests are made of.
 */
export function traced(
  { command, environment }: Traceable,
  places: { readonly temporary: string; readonly reports: string },
): Traceable {
  return {
    command: tracedCommand(command),
    environment: {
      ...environment,
      NODE_V8_COVERAGE: `${places.temporary}/loaded-v8`,
      PYTHONPYCACHEPREFIX: `${places.temporary}/loaded-python`,
      SPEC_PORTABILITY_LOADED: `${places.reports}/${loadedList}`,
    },
  };
}

function tracedCommand(command: string): string {
  return [
    `(\n${command}\n)`,
    'code=$?',
    '{',
    String.raw`  grep -rohE '"url":"[^"]*"' "$TMPDIR/loaded-v8" | cut -d'"' -f4`,
    `  (cd "$PYTHONPYCACHEPREFIX" && find . -name '*.pyc' | sed 's|^[.]||; s|[.][a-z]*-[0-9]*[^/]*[.]pyc$|.py|')`,
    `  [ -f go.mod ] && go list -e -test -deps -f '{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}{{"\\n"}}{{end}}' ./...`,
    `} 2>/dev/null | sort -u | head -c 4000000 > "$SPEC_PORTABILITY_LOADED"`,
    'exit $code',
  ].join('\n');
}

/** What is known of the tree in which a command was traced. */
export type Traced = {
  /** Absolute path of the tree. */
  readonly root: string;
  /** Committed files under `writes`. */
  readonly written: readonly string[];
  /** All committed files. */
  readonly committed: readonly string[];
};

const shownAtMost = 3;

/**
 * The files that were loaded where generated ones should have been: those with the same name elsewhere; otherwise what
 * setup built in the tree.
 */
export function loadedInstead(list: string, { root, written, committed }: Traced): readonly string[] {
  const known = new Set([...committed, ...written]);
  const loaded = list
    .split('\n')
    .map((line) => pathOf(line, root))
    .filter((path) => path !== null && !known.has(path))
    .filter((path) => path !== null);
  const copies = loaded.filter((path) => written.some((own) => isCopy(path, own)));
  const built = loaded.filter((path) => !path.startsWith('/') && !isInstalled(path));
  return (copies.length > 0 ? copies : built).slice(0, shownAtMost);
}

function pathOf(line: string, root: string): string | null {
  const path = line.startsWith('file://') ? decoded(line.slice('file://'.length)) : line;
  if (!path.startsWith('/') || /\p{Cc}/u.test(path)) return null;
  const [plain = ''] = path.split(/[?#]/, 1);
  return withoutRoot(plain, [root]);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `dist/half.mjs` for `src/half.mjs`. Names that every package has must lie in a folder of the same name, too. */
function isCopy(path: string, own: string): boolean {
  const [name, folder] = lastTwo(path);
  const [ownName, ownFolder] = lastTwo(own);
  if (name !== ownName) return false;
  return (!isCommon(name) && !path.startsWith('/')) || folder === ownFolder;
}

function lastTwo(path: string): readonly [string, string] {
  const parts = path.split('/');
  return [(parts.at(-1) ?? '').replace(/\.[^.]*$/, ''), parts.at(-2) ?? ''];
}

function isCommon(name: string): boolean {
  return ['index', 'main', 'mod', 'lib', '__init__', 'utils'].includes(name);
}

function isInstalled(path: string): boolean {
  return /(?:^|\/)(?:node_modules|\.venv|venv|site-packages|vendor)\//.test(path);
}
