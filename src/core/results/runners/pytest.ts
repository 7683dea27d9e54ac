import { junit } from '../formats/junit.ts';
import { askedInCommand } from './asked-in-command.ts';
import { isGiven, pathInTree, valueOf } from './options.ts';
import { nothingAsked, type AroundCalls, type Asked, type Runner, type RunnerCall } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

const name = 'pytest.xml';
const fileNames = ['--junitxml', '--junit-xml'];
const variable = 'PYTEST_ADDOPTS';
/** Of the two families only xunit1 names the file. */
const family = '-o junit_family=xunit1';

/** Pytest writes JUnit XML and takes options from its own variable, which the options of a call win over. */
export const pytest: Runner = {
  name: 'pytest',
  askedBy: 'variable',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?(?:pytest|py\.test)(?:-3)?$/.test(word)),
  ask(calls, around) {
    if (calls.length === 0) return nothingAsked;
    const isVariableSet = around.sets(variable);
    const hasOwn = calls.some(({ words }) => isGiven(words, fileNames));
    const [only, ...others] = calls;
    // One variable would make several calls write into the same file.
    if (only !== undefined && others.length === 0 && !isVariableSet && !hasOwn) return byVariable(around);
    return {
      ...askedInCommand(calls, around, (call, file) => wordsFor(call, { file, isVariableSet })),
      environment: isVariableSet ? {} : { [variable]: family },
    };
  },
};

function byVariable({ reports }: AroundCalls): Asked {
  const file = shellQuoted(`--junitxml=${reports}/${name}`);
  return {
    ...nothingAsked,
    environment: { [variable]: `${family} ${file}` },
    files: [{ name, format: junit }],
  };
}

function wordsFor(
  { words, place }: RunnerCall,
  { file, isVariableSet }: { readonly file: string; readonly isVariableSet: boolean },
): ReturnType<Parameters<typeof askedInCommand>[2]> {
  const own = valueOf(words, fileNames);
  const isFamilyGiven = words.some((word) => word.includes('junit_family'));
  const asked = isVariableSet && !isFamilyGiven && place !== null ? family : '';
  // Read where it lies in the tree. A report elsewhere cannot be read, and pytest writes only one.
  if (own !== null) return pathInTree(own) === null ? null : { kind: 'own', words: asked, path: own };
  return {
    kind: 'ours',
    words: `${asked}${asked === '' ? '' : ' '}${shellQuoted(`--junitxml=${file}`)}`,
    format: junit,
  };
}
