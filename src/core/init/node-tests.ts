import { scriptsOf } from '../results/runners/npm-scripts.ts';
import { countOf, type Folder } from './around-folder.ts';
import type { FoundCommand } from './test-command.ts';
import { jobInstalls, managerOf, manifestOf, setupBy } from './package-manager.ts';

/** How a JavaScript package is installed and tested: by its script `test`, otherwise by its runner. */
export function nodeTests(folder: Folder): FoundCommand | null {
  const manager = managerOf(folder);
  const found =
    scriptIn(folder, manager.name === 'bun' ? 'bun run test' : `${manager.name} test`) ?? runnerIn(folder);
  if (found === null) return null;
  const setup = setupBy(manager, folder);
  return {
    ...found,
    setup,
    isReadable: true,
    sources: countOf(folder.below(), /\.[cm]?[jt]sx?$/),
    installedAbove: setup !== null && manager.levels > 0 ? (manager.lock ?? 'package.json') : null,
    jobInstalls: jobInstalls(manager),
  };
}

type Test = Pick<FoundCommand, 'test' | 'from'>;

function scriptIn(folder: Folder, test: string): Test | null {
  const script = scriptsOf(folder.text('package.json')).get('test');
  return script === undefined || script.includes('no test specified') ? null : { test, from: 'package.json' };
}

const runners = [
  ['vitest', 'npx vitest run'],
  ['jest', 'npx jest'],
  ['mocha', 'npx mocha'],
] as const;

/** Packages without a script `test`, and tests that need no package. */
function runnerIn(folder: Folder): Test | null {
  const manifest = manifestOf(folder);
  const installed = { ...manifest?.dependencies, ...manifest?.devDependencies };
  const [, test] = runners.find(([name]) => name in installed) ?? [];
  if (test !== undefined) return { test, from: 'package.json' };
  // Only Node itself runs tests where nothing is installed.
  if (Object.keys(installed).length > 0) return null;
  const first = folder.below().find((path) => /(?:^|\/)[^/]+\.test\.[cm]?js$/.test(path));
  return first === undefined ? null : { test: 'node --test', from: first };
}
