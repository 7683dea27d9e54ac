// `npm run test:readme`: types every line of the README's `sh` blocks on a clean clone, as somebody who tries this would,
// on the oldest Node that it promises and on the action's own, and ends with a comment on a pull request and a page.
// `-- --page FILE` takes another page, and `--own-node` only the Node that runs this.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { pullRequestEvent, pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { GithubDouble } from '../src/testing/doubles/github-double.ts';
import { nodeOf } from '../src/testing/runs/oldest-node.ts';
import { runAction } from '../src/testing/runs/run-action.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { newcomerRepository } from './newcomer/newcomer-repository.ts';
import { typeBlock } from './newcomer/type-block.ts';
import { typedBlocks } from './newcomer/typed-blocks.ts';

const { values } = parseArgs({
  options: {
    page: { type: 'string', default: 'README.md' },
    'own-node': { type: 'boolean', default: false },
  },
});
const blocks = typedBlocks(await readFile(values.page, 'utf8'));
if (blocks.length === 0) throw new Error(`${values.page} shows no command`);
const run = promisify(execFile);
const nodes = values['own-node'] ? [process.execPath] : [await nodeOf('20.19.0'), process.execPath];
for (const node of nodes) {
  const { stdout } = await run(node, ['--version']);
  console.log(`\nOn Node ${stdout.trim()}`);
  if (await readBy(node)) continue;
  process.exitCode = 1;
  break;
}

/** Whether a reader with this Node comes to the end of the page. */
async function readBy(node: string): Promise<boolean> {
  await using place = await temporaryFolder();
  await using newcomer = await newcomerRepository();
  const { repository } = newcomer;
  const clone = join(place.path, 'spec-portability-action');
  let edited: { readonly base: string; readonly head: string } | null = null;
  for (const [index, block] of blocks.entries()) {
    // What is typed after `init` and `doctor` is about a change.
    if (index === 2) edited = await newcomer.edit();
    const lines = await standIns(block, { clone, place: place.path });
    const folder = index === 0 ? place.path : repository.directory;
    const { failed, said } = await typeBlock(lines, { folder, cache: join(place.path, 'npm'), node });
    const worked = failed === null ? lines : lines.slice(0, lines.indexOf(failed));
    for (const line of worked) console.log(`✔ ${line}`);
    if (failed === null) continue;
    console.log(`✘ ${failed}`);
    console.log(said);
    return false;
  }
  return edited === null ? saysThat(false, 'the page shows no check of a change') : await pullRequest(edited);

  async function pullRequest(range: { readonly base: string; readonly head: string }): Promise<boolean> {
    await using github = await GithubDouble.start();
    github.push(pullRequestNumber, range.head);
    const action = join(clone, 'dist/index.js');
    const event = await pullRequestEvent('pull-request-opened', range);
    const request = { action, workspace: repository.directory, apiUrl: github.url, event };
    // As on GitHub, where every user may enter the runner's temporary folder.
    await chmod(place.path, 0o755);
    const env = { ANTHROPIC_API_KEY: 'x', OPENAI_API_KEY: 'x', RUNNER_TEMP: place.path };
    const { log, code } = await runAction({ ...request, env });
    const comment = github.comments(pullRequestNumber).at(-1)?.body ?? '';
    const page = join(repository.directory, '.spec-portability/report/index.html');
    const isThere = comment.includes('half') && existsSync(page);
    if (!isThere) console.log(`exit code ${String(code)}\n${log}`);
    return saysThat(isThere, 'the pull request has its comment, and the report folder its page');
  }
}

function saysThat(isSo: boolean, what: string): boolean {
  console.log(`${isSo ? '✔' : '✘'} ${what}`);
  return isSo;
}

/** The lines with what stands here for GitHub: this repository, and what npm would pack of it. */
async function standIns(
  block: readonly string[],
  { clone, place }: { readonly clone: string; readonly place: string },
): Promise<readonly string[]> {
  const address = 'https://github.com/OWNER/spec-portability-action';
  const remote = join(place, 'github/spec-portability-action');
  const npx = 'npx github:OWNER/spec-portability-action';
  if (block.some((line) => line.includes(address))) {
    console.log(`  (${address} is this repository's last commit)`);
    await run('git', ['clone', '--quiet', '--bare', '.', remote]);
  }
  if (!block.some((line) => line.includes(npx)))
    return block.map((line) => line.replace(address, `file://${remote}`));
  console.log(`  (${npx} is \`npm pack\` of the clone, given to npx: GitHub is not asked)`);
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', place], { cwd: clone });
  return block.map((line) =>
    line.replace(npx, `npx --yes --package=${join(place, stdout.trim())} -- spec-portability`),
  );
}
