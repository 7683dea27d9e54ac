import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bothModels, careful, halves, hasty } from '../../src/testing/builders/halves.ts';
import { startModelDouble, type ModelDouble } from '../../src/testing/doubles/model-double.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';

/** A repository as a reader of the README has it, and the models that answer in place of the vendors'. */
export interface NewcomerRepository extends AsyncDisposable {
  readonly repository: TemporaryRepository;
  /** Commits what `init` wrote, as `origin/main`, and then an edit of the spec. */
  edit(): Promise<{ readonly base: string; readonly head: string }>;
}

const config = '.github/spec-portability.yml';

/** Makes the project `halves` in the shape that `init` knows, with its code, its tests and nothing of ours. */
export async function newcomerRepository(): Promise<NewcomerRepository> {
  const stack = new AsyncDisposableStack();
  const models = stack.use(await startModelDouble([careful, hasty]));
  const repository = stack.use(
    await temporaryRepository({
      'package.json':
        '{ "name": "halves", "private": true, "type": "module", "scripts": { "test": "node --test" } }\n',
      '.gitignore': '.spec-portability/\n',
      'specs/half/SPEC.md': halves.spec.replaceAll('src/half.mjs', 'src/half/half.mjs'),
      'src/half/half.mjs': halves.right,
      'test/half.test.mjs': halves.test.replaceAll('../src/half.mjs', '../src/half/half.mjs'),
    }),
  );
  return {
    repository,
    edit: async () => {
      await askThese(repository, models);
      const base = await commit(repository, 'What init wrote');
      await repository.git('update-ref', 'refs/remotes/origin/main', base);
      const spec = halves.reworded.replaceAll('src/half.mjs', 'src/half/half.mjs');
      await repository.write({ 'specs/half/SPEC.md': spec });
      return { base, head: await commit(repository, 'Say it in fewer words') };
    },
    [Symbol.asyncDispose]: async () => stack.disposeAsync(),
  };
}

// As people commit: what .gitignore names stays out.
async function commit(repository: TemporaryRepository, message: string): Promise<string> {
  await repository.git('add', '--all');
  await repository.git('commit', '--quiet', '--message', message);
  return repository.git('rev-parse', 'HEAD');
}

// The vendors cannot be asked here, so the two models that `init` writes are answered on this machine.
async function askThese({ directory }: TemporaryRepository, { url }: ModelDouble): Promise<void> {
  const path = join(directory, config);
  const text = await readFile(path, 'utf8');
  const models = `models: ${JSON.stringify(bothModels(url))}\nsamples: { looks: [3, 5] }\n`;
  const changed = text.replace(/^models:\n(?:[ #-].*\n|\n)*/m, models);
  if (changed === text) throw new Error(`the config file of init lists no models:\n${text}`);
  await writeFile(path, changed);
}
