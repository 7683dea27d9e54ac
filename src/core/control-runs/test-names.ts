import { testBlocks, type Block } from '../controls/test-blocks.ts';
import { readTestFile } from '../controls/test-file.ts';
import { fileOfCase } from '../results/case-id.ts';

/** A test file with the tests that it declares. */
export type DeclaringFile = {
  readonly path: string;
  readonly blocks: readonly Pick<Block, 'name' | 'isOpen'>[];
};

/** The places in test files that an id may stand for. A null block: no test that the file declares has such a name. */
export type Declared = { readonly path: string; readonly block: string | null };

/** Where the test with this id is declared; more than one place if files or names are alike. */
export function declaredAt(id: string, files: readonly DeclaringFile[]): readonly Declared[] {
  const file = fileOfCase(id);
  const names = id
    .split(' > ')
    .slice(file === null ? 0 : 1)
    .toReversed();
  const possible = file === null ? files : files.filter(({ path }) => isSameFile(file, path));
  for (const name of names) {
    const found = possible.flatMap(({ path, blocks }) => {
      const block = longest(blocks.filter((each) => mayName(each, name)).map((each) => each.name));
      return block === null ? [] : [{ path, block }];
    });
    if (found.length > 0) return found;
  }
  return file === null ? [] : possible.map(({ path }) => ({ path, block: null }));
}

/** A runner may name a file from another folder than the root of the repository. */
export function isSameFile(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}

// `test_x[1-2]`, `TestX/sub` and rows of tests of one name begin with the declared name.
function mayName({ name, isOpen }: DeclaringFile['blocks'][number], shown: string): boolean {
  const trimmed = name.trimEnd();
  if (shown === trimmed) return true;
  return (
    shown.startsWith(isOpen ? name : trimmed) && (isOpen || /^[[/(]| \(/.test(shown.slice(trimmed.length)))
  );
}

function longest(names: readonly string[]): string | null {
  return names.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

/** The tests that a file declares, by name. */
export function declaringFile(path: string, text: string): DeclaringFile {
  const file = readTestFile(path, text);
  return { path, blocks: file === null ? [] : testBlocks(file) };
}
