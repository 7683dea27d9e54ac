import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

/** What reads, judges or writes what no first call needs. */
const laterParts = [
  'src/pipeline/check/conclude.ts',
  'src/pipeline/engine/test-in-workspace.ts',
  'src/adapters/workspaces/workspaces.ts',
];

test.each([{ start: 'src/entry/action/run-action.ts' }, { start: 'src/entry/commands/check-command.ts' }])(
  'with $start only these packages are loaded, and nothing that no first call needs',
  ({ start }) => {
    const { files, packages } = loadedWith(start);

    expect(files.size).toBeGreaterThan(300);
    expect(laterParts.filter((part) => files.has(part))).toEqual([]);
    expect([...packages].toSorted()).toEqual([
      ...['diff', 'p-queue', 'picomatch', 'simple-git', 'smol-toml', 'yaml', 'zod'],
    ]);
  },
);

/** Everything that a file imports, and what that imports, but for types and for what is imported when it is needed. */
function loadedWith(start: string): { readonly files: Set<string>; readonly packages: Set<string> } {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(valueImport)) {
      if (name.startsWith('.')) files.add(join(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return { files, packages };
}

const valueImport = /^import (?!type )(?:[^;']*? from )?'([^']+)';$/gm;
