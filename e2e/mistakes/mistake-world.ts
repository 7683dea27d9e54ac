import { chmod, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { careful, halves, halvesFiles } from '../../src/testing/builders/halves.ts';
import { startModelDouble } from '../../src/testing/doubles/model-double.ts';
import { vendorKeys } from '../../src/testing/runs/action-world.ts';
import { nodeOf } from '../../src/testing/runs/oldest-node.ts';
import { runnerPath } from '../../src/testing/runs/run-action.ts';
import { startNode, type Ended } from '../../src/testing/runs/run-node.ts';
import { temporaryFolder } from '../../src/testing/temporary-folder.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';
import { config, type Mistake } from './mistake.ts';

/** What came back: its lines, the exit code, and how often a model was asked. */
export type Answered = Pick<Ended, 'code' | 'stdout' | 'stderr'> & { readonly calls: number };

/** One repository and one model for all mistakes, as they are before each of them. */
export interface MistakeWorld extends AsyncDisposable {
  make(mistake: Mistake): Promise<Answered>;
}

const configPath = '.github/spec-portability.yml';
const red = "import { test } from 'node:test';\ntest('red', () => { throw new Error('red'); });\n";

/** Makes the `halves` project with the commits `before` and `after`, and the same with a submodule. */
export async function mistakeWorld(cli: string): Promise<MistakeWorld> {
  const stack = new AsyncDisposableStack();
  const models = stack.use(await startModelDouble([careful]));
  const repository = stack.use(await temporaryRepository());
  const elsewhere = stack.use(await temporaryFolder());
  await makeCommits(repository);
  const shallow = join(await realpath(elsewhere.path), 'shallow');
  await repository.git('clone', '--quiet', '--depth=1', `file://${repository.directory}`, shallow);
  // Otherwise what is missing would be fetched.
  await repository.git('-C', shallow, 'remote', 'set-url', 'origin', 'file:///nonexistent');
  await mkdir(join(elsewhere.path, 'bin'));
  const places = { repository: repository.directory, shallow, empty: join(elsewhere.path, 'bin') };
  return {
    make: async (mistake) => {
      await restore(repository);
      const text = configOf(mistake).replace('http://MODELS', models.url);
      const files = {
        ...(mistake.file === null ? {} : { [configPath]: text }),
        ...(mistake.at === 'after an edit that is not committed' ? { 'SPEC.md': '# Halves\n' } : {}),
        '.spec-portability/.gitignore': '*\n',
      };
      await repository.write(files);
      const before = models.requests.length;
      const ended = await typed(cli, mistake, places);
      await chmod(join(repository.directory, '.spec-portability'), 0o755);
      return { ...ended, calls: models.requests.length - before };
    },
    [Symbol.asyncDispose]: async () => stack.disposeAsync(),
  };
}

async function makeCommits(repository: TemporaryRepository): Promise<void> {
  await repository.write({ ...halvesFiles, 'test/red.mjs': red });
  const start = await repository.commit('before');
  await repository.git('tag', 'before');
  const pointer = `160000,${start},library`;
  for (const name of ['pointing', 'after']) {
    await repository.git('checkout', '--quiet', '-B', 'work', 'before');
    if (name === 'pointing') {
      const modules = '[submodule "library"]\n\tpath = library\n\turl = https://git.example/library.git\n';
      await repository.write({ '.gitmodules': modules });
      await repository.git('add', '.gitmodules');
      await repository.git('update-index', '--add', '--cacheinfo', pointer);
      await repository.git('commit', '--quiet', '--message', name);
      await repository.git('tag', name);
    }
    await repository.write({ 'SPEC.md': halves.reworded });
    await repository.git('commit', '--quiet', '--message', 'reworded', 'SPEC.md');
    await repository.git('tag', name === 'after' ? name : `${name}-after`);
  }
}

async function restore(repository: TemporaryRepository): Promise<void> {
  await repository.git('checkout', '--quiet', '--force', 'after');
  await repository.git('clean', '--quiet', '-ffdx');
}

/** The config file with the mistake in it. */
export function configOf({ file, config: changes = [] }: Mistake): string {
  let text = file ?? config;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the config file does not say ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

type Places = { readonly repository: string; readonly shallow: string; readonly empty: string };

async function typed(cli: string, { typed: words, at }: Mistake, places: Places): Promise<Ended> {
  const { repository } = places;
  if (at === 'a folder that is read-only') await chmod(join(repository, '.spec-portability'), 0o555);
  const given = at === 'a shallow clone' ? ['--config', join(repository, configPath)] : [];
  const argv = [cli, ...(words ?? 'check --base before --head after').split(' '), ...given];
  const env = {
    PATH: at === 'without git' ? places.empty : runnerPath,
    HOME: '/nonexistent',
    ...(at === 'without keys' ? {} : vendorKeys),
  };
  const call = { cwd: folderOf(at, places), env };
  if (at === 'an older Node') return startNode(argv, { ...call, node: await nodeOf('18.20.4') }).ended;
  if (at !== 'a user without a name' && at !== 'a folder that is read-only')
    return startNode(argv, call).ended;
  // Whoever runs the tests, root too, is this user here, without the rights of root.
  const user = ['--unshare-user', '--uid', '4242', '--gid', '4242', '--dev-bind', '/', '/'];
  return startNode([...user, process.execPath, ...argv], { ...call, node: 'bwrap' }).ended;
}

function folderOf(at: Mistake['at'], { repository, shallow }: Places): string {
  if (at === 'a subfolder') return join(repository, 'src');
  return at === 'a shallow clone' ? shallow : repository;
}
