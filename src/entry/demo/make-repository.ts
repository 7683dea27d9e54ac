import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { simpleGit } from 'simple-git';
import type { ManualEvent } from '../../core/plan/events/dispatch-event.ts';
import type { Scenario } from './scenario.ts';

/** Makes the demo's git repository, two commits on one branch, and returns the event that compares them. */
export async function makeRepository(
  directory: string,
  scenario: Scenario,
  environment: Readonly<Record<string, string>>,
): Promise<ManualEvent> {
  await mkdir(directory, { recursive: true });
  // A home of its own: the user's git configuration (signing, hooks) is none of the demo's business.
  const git = simpleGit({ baseDir: directory }).env({ PATH: environment['PATH'] ?? '', HOME: directory });
  await git.init(['--initial-branch=main']);
  await git.addConfig('user.name', 'Demo');
  await git.addConfig('user.email', 'demo@example.invalid');
  const commit = async (files: Readonly<Record<string, string>>, message: string): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.add('.');
    await git.commit(message);
    return git.revparse(['HEAD']);
  };
  const base = await commit(scenario.base, 'The spec, its code and its tests');
  const head = await commit(scenario.head, 'Say it in fewer words');
  return { kind: 'manual', base, head };
}
