import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { textAt, textsAt } from './clones.ts';
import type { Files, History, Side } from './history.ts';

/** Releases of the TOON spec, each with the release of its reference implementation that was made for it. */
const releases = [
  { spec: 'v2.0.1', code: 'v2.0.1' },
  { spec: 'v3.3.2', code: 'v2.3.1' },
  { spec: 'v4.0.0', code: 'v4.0.0' },
] as const;

/** The changes between these releases: the spec, its fixtures as tests, and the implementation as one file. */
export function toonHistories(clones: string): readonly History[] {
  const sides = releases.map((release) => sideOf(clones, release));
  return sides.slice(1).flatMap((head, index) => {
    const base = sides[index];
    if (base === undefined) return [];
    const name = `TOON ${releases[index]?.spec} → ${releases[index + 1]?.spec}`;
    return [{ name, writes: ['src/**'], test: 'node --test tests/fixtures.test.mjs', base, head }];
  });
}

function sideOf(clones: string, release: (typeof releases)[number]): Side {
  const fixtures = textsAt(clones, 'toon-format/spec', { commit: release.spec, under: 'tests/fixtures' });
  const sources = textsAt(clones, 'toon-format/toon', { commit: release.code, under: 'packages/toon/src' });
  return {
    spec: textAt(clones, 'toon-format/spec', `${release.spec}:SPEC.md`),
    tests: {
      'package.json': '{ "private": true, "type": "module" }\n',
      'tests/fixtures.test.mjs': testFile,
      ...Object.fromEntries(Object.entries(fixtures).map(([path, text]) => [`tests/fixtures/${path}`, text])),
    },
    code: { 'src/toon.mjs': bundled(sources) },
  };
}

function bundled(sources: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'toon-'));
  try {
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const entryPoints = [join(folder, 'index.ts')];
    const { outputFiles } = buildSync({
      entryPoints,
      bundle: true,
      format: 'esm',
      write: false,
      platform: 'node',
    });
    // Comments of the bundle name the folder.
    return (outputFiles[0]?.text ?? '').replaceAll(/^\/\/ .*\n/gm, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const testFile = `import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { decode, encode } from '../src/toon.mjs';
const seen = new Set();
for (const kind of ['decode', 'encode'])
  for (const file of readdirSync(new URL('fixtures/' + kind, import.meta.url)).sort())
    for (const each of JSON.parse(readFileSync(new URL('fixtures/' + kind + '/' + file, import.meta.url), 'utf8')).tests) {
      const { indentSize, ...rest } = each.options ?? {};
      const options = { indent: rest.indent ?? indentSize ?? 2, ...rest };
      const run = () => (kind === 'decode' ? decode(each.input, options) : encode(each.input, options));
      const name = [kind, file, each.name].join(' ').replaceAll(/[#\\\\]/g, '');
      if (seen.has(name)) continue;
      seen.add(name);
      test(name, () => {
        if (each.shouldError) assert.throws(run);
        else assert.deepEqual(run(), each.expected);
      });
    }
`;
