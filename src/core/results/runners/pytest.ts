import { junit } from '../formats/junit.ts';
import { nothingAsked, type Runner } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

const name = 'pytest.xml';

/** Pytest writes JUnit XML and takes options from its own variable. */
export const pytest: Runner = {
  name: 'pytest',
  askedBy: 'variable',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?(?:pytest|py\.test)(?:-3)?$/.test(word)),
  ask(calls, { reports }) {
    if (calls.length === 0) return nothingAsked;
    const file = shellQuoted(`--junitxml=${reports}/${name}`);
    return {
      ...nothingAsked,
      // Of the two families only xunit1 names the file.
      environment: { PYTEST_ADDOPTS: `-o junit_family=xunit1 ${file}` },
      files: [{ name, format: junit }],
    };
  },
};
