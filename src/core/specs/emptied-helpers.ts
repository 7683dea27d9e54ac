import { pathFrom } from './path-from.ts';
import type { SpecVersion, TextFile } from './spec.ts';

/** A file that a test imports to do its work, although it is emptied like the code under test. */
export type EmptiedHelper = { readonly test: string; readonly helper: string };

/** The emptied files whose name says that they help tests; only where there are any, tests need to be read. */
export function helpersByName(emptied: readonly string[]): readonly string[] {
  return emptied.filter((path) => saysHelper(path));
}

/**
 * Tests that import such a file beside the code under test. A file that a test imports alone is taken for the code
 * itself, and so is one that the spec names: most repositories have a `helpers` or a `setup` that is no help for tests.
 */
export function emptiedHelpers(
  version: Pick<SpecVersion, 'spec' | 'emptied' | 'files' | 'context'>,
  tests: readonly TextFile[],
): readonly EmptiedHelper[] {
  const imported = tests.map((test) => ({ test: test.path, files: importedFrom(test, version.emptied) }));
  const tested = new Set(imported.flatMap(({ files }) => (files.length === 1 ? files : [])));
  const isHelper = (path: string): boolean =>
    saysHelper(path) && !tested.has(path) && !isNamedBy(version, path);
  return imported.flatMap(({ test, files }) => {
    const helpers = files.filter(isHelper);
    return helpers.length === files.length ? [] : helpers.map((helper) => ({ test, helper }));
  });
}

/** What a reader should know, before any call, about help for tests that no model knows how to write. */
export function emptiedHelpersNote({ spec, helpers = [] }: SpecVersion): string | null {
  const [first] = helpers;
  if (first === undefined) return null;
  const names = [...new Set(helpers.map(({ helper }) => helper))];
  const more =
    names.length > 1 ? ` So ${names.length === 2 ? 'is' : 'are'} ${names.slice(1, 6).join(', ')}.` : '';
  return `${first.test} imports ${first.helper}, which is emptied before each generation of ${spec.name}; without it the test cannot run. If the spec does not describe it, exclude it with \`!${first.helper}\` under \`writes\`.${more}`;
}

const helping =
  /^(?:testing|test(?:utils?|kit|helpers?|support)|(?:test)?(?:helpers?|fixtures?|mocks?|stubs?|fakes?|setup))$/;

// Each folder, and the file without its ending, in words: `src/test-utils/anOrder.ts`.
function saysHelper(path: string): boolean {
  return withoutEnding(path)
    .split('/')
    .some((part) => {
      const words = part.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());
      return words.some(
        (word, index) => helping.test(word) || helping.test(`${words[index - 1] ?? ''}${word}`),
      );
    });
}

function isNamedBy(
  { spec, files, context }: Pick<SpecVersion, 'spec' | 'files' | 'context'>,
  path: string,
): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const stem = withoutEnding(file).toLowerCase();
  const quoted = /`[^`\n]{1,200}`|^#.*|\]\([^)\n]{1,200}\)/gm;
  const texts = [...files, ...context].map(({ text }) => text);
  return (
    spec.name.toLowerCase().includes(stem) ||
    texts.some((text) => text.includes(file)) ||
    texts.some((text) => [...text.matchAll(quoted)].some(([said]) => said.toLowerCase().includes(stem)))
  );
}

/** The emptied files that a test imports, as far as its text alone says it. */
function importedFrom({ path, text }: TextFile, emptied: readonly string[]): readonly string[] {
  const wanted = path.endsWith('.py') ? pythonImports(path, text) : relativeImports(path, text);
  const isWanted = (file: string): boolean => {
    const names = [file, withoutEnding(file), withoutEnding(file).replace(/\/(?:index|__init__)$/, '')];
    return names.some((name) => wanted.has(name) || wanted.has(`*/${name.split('/').slice(1).join('/')}`));
  };
  return emptied.filter(isWanted);
}

function relativeImports(path: string, text: string): ReadonlySet<string> {
  const named = text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"\n]{1,300})['"]/g);
  return new Set(
    [...named].flatMap(([, name = '']) => {
      const target = pathFrom(path, name);
      // What is compiled is imported by the name that it will have: `./half.js` for half.ts.
      return target === null ? [] : [target, target.replace(/\.[cm]?jsx?$/, '')];
    }),
  );
}

// A package may stand in the root or, as in the usual layout, in one folder below it.
function pythonImports(path: string, text: string): ReadonlySet<string> {
  const found = text.matchAll(
    /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+\(?([\w, \t]*)|import[ \t]+([\w.]+))/gm,
  );
  return new Set(
    [...found].flatMap(([, dots = '', module = '', names = '', whole]) => {
      const parts = (whole ?? module).split('.').filter((part) => part !== '');
      const above = path.split('/').slice(0, dots === '' ? 0 : -dots.length);
      const from = dots === '' ? parts : [...above, ...parts];
      const targets = [from, ...names.split(/[ \t]*,[ \t]*/).map((name) => [...from, name.trim()])];
      return targets
        .map((each) => each.filter((part) => part !== '').join('/'))
        .filter((name) => name !== '')
        .flatMap((name) => (dots === '' ? [name, `*/${name}`] : [name]));
    }),
  );
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}
