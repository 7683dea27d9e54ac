import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

/** The files that a program loads in any case; what else is imported there, at whatever depth, is loaded with them. */
export type Programs = readonly (readonly string[])[];

/**
 * Puts our modules that every one of these programs loads at its start into one chunk. esbuild makes a chunk of the
 * modules that the same entries reach, and each part that is loaded later is an entry: a start was spread over 80
 * files. A part that imports what has been loaded by then changes nothing but that. `options` are those of the build.
 */
export async function startInOneChunk(options: BuildOptions, programs: Programs): Promise<Plugin> {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const loaded = programs.map((files) => staticallyReached(metafile, files));
  const [first = new Set(), ...others] = loaded;
  const shared = [...first].filter(
    (path) => path.startsWith('src/') && others.every((other) => other.has(path)),
  );
  const later = new Set(loadedLater(metafile).flatMap((path) => (first.has(path) ? [] : [resolve(path)])));
  const atStart = shared.toSorted().map((path) => `import ${JSON.stringify(resolve(path))};\n`);
  return {
    name: 'start in one chunk',
    setup: (on) => {
      on.onResolve({ filter: /^all-of-the-start$/ }, ({ path }) => ({ path, namespace: 'start' }));
      on.onLoad({ filter: /.*/, namespace: 'start' }, () => ({
        contents: atStart.join(''),
        resolveDir: process.cwd(),
      }));
      on.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!later.has(path)) return null;
        const text = await readFile(path, 'utf8');
        return { contents: `import 'all-of-the-start';\n${text}`, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

function staticallyReached({ inputs }: Metafile, files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  // A set that grows is walked to its end.
  for (const path of reached)
    for (const { path: imported, kind } of inputs[path]?.imports ?? [])
      if (kind === 'import-statement' && imported in inputs) reached.add(imported);
  return reached;
}

function loadedLater({ inputs }: Metafile): readonly string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const paths = imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path);
  return [...new Set(paths)].filter((path) => path in inputs);
}
