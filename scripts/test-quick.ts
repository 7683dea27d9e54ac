// The unit tests beside what was changed, or all of core where nothing was: `npm run test:quick`. Meant to end within a
// minute, so that it can be run after every step; `npm test` is the whole.
import { spawnSync } from 'node:child_process';
import { testedFolders } from './tested-folders.ts';

const limitSeconds = 60;

function git(...args: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
}

/** Changed since the branch left main, committed or not, and files that git does not know yet. */
function changedFiles(): readonly string[] {
  const [fork = 'HEAD'] = git('merge-base', 'HEAD', 'main');
  return [...git('diff', '--name-only', fork), ...git('ls-files', '--others', '--exclude-standard')];
}

const folders = testedFolders(changedFiles());
// A pattern that ends with the file's name keeps tests of the folders below out.
const patterns = folders.length === 0 ? ['src/core/'] : folders.map((folder) => `/${folder}/[^/]+$`);
console.log(
  `unit tests in ${folders.length === 0 ? 'src/core, because nothing was changed' : folders.join(', ')}`,
);
const begun = performance.now();
const words = ['test', '--silent', '--', '--selectProjects', 'unit', '--passWithNoTests', ...patterns];
const { status } = spawnSync('npm', words, { stdio: 'inherit' });
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(`${seconds} s (meant to be at most ${limitSeconds} s on 2 cores that do nothing else)`);
process.exitCode = status ?? 1;
