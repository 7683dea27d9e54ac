import { atOnce } from '../../core/at-once.ts';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNewFile } from '../../adapters/plain-files/safe-path.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { readSettings } from '../../config/read-settings.ts';
import { filesToRead } from '../../core/init/propose.ts';
import { nextSteps, remainingSteps, starterFor } from '../../core/init/starter.ts';
import type { SpecEntry } from '../../core/settings.ts';
import { UnsafePathError } from '../../errors.ts';
import { configPaths } from '../../pipeline/trigger/find-config.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { placesOf, type Options } from './command-options.ts';

const workflowPath = '.github/workflows/spec-portability.yml';

/** `init`: examines the repository and writes a config file and a workflow that fit. Never overwrites a file. */
export async function initCommand(options: Options): Promise<ExitCode> {
  const repository = await openRepository(placesOf(options).directory, hostEnvironment());
  // Called in a folder below it, `init` still examines and fills the whole repository.
  const directory = repository.root;
  const { paths, texts } = await lookAt(repository);
  const starter = starterFor({ paths, texts });
  const { config, workflow } = starter;
  say(starter.said);
  const file = { path: configPaths[0], text: config };
  const specsOf = (): readonly SpecEntry[] => readSettings({ file, inputs: {} }).settings.specs;
  const left = remainingSteps(starter, { paths, specsOf });
  if (options['print'] === true) {
    process.stdout.write(`# ${configPaths[0]}\n${config}\n# ${workflowPath}\n${workflow}`);
    say(left);
    return 0;
  }
  const isConfigWritten = await writeNew(directory, configPaths[0], { text: config, unless: configPaths });
  const isWorkflowWritten = await writeNew(directory, workflowPath, {
    text: workflow,
    unless: [workflowPath],
  });
  if (isConfigWritten) say(left);
  const next = nextSteps(starter, {
    config: isConfigWritten ? configPaths[0] : null,
    workflow: isWorkflowWritten ? workflowPath : null,
  });
  if (next !== null) say([next]);
  return isConfigWritten && isWorkflowWritten ? 0 : 2;
}

async function lookAt(
  repository: Repository,
): Promise<{ readonly paths: readonly string[]; readonly texts: ReadonlyMap<string, string> }> {
  const entries = await repository.listFiles(await repository.resolve('HEAD'));
  const files = entries.filter(({ kind, size }) => (kind === 'file' || kind === 'executable') && size <= 1e6);
  const paths = files.map(({ path }) => path);
  const wanted = new Set(filesToRead(paths));
  const texts = await atOnce(
    files.filter(({ path }) => wanted.has(path)),
    async ({ path, oid }) => {
      const text = new TextDecoder().decode(await repository.readBlob(oid));
      return [path, text] as const;
    },
  );
  return { paths, texts: new Map(texts) };
}

async function writeNew(
  directory: string,
  path: string,
  what: { readonly text: string; readonly unless: readonly string[] },
): Promise<boolean> {
  for (const other of what.unless) {
    if ((await lstat(join(directory, other)).catch(() => null)) === null) continue;
    say([`${other} exists already and was not changed. \`init --print\` shows what \`init\` would write.`]);
    return false;
  }
  try {
    await writeNewFile(directory, path, what.text);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    say([`${path} could not be written: ${error.message}.`]);
    return false;
  }
  say([`Wrote ${path}.`]);
  return true;
}

// Names come from the repository, so they are untrusted.
function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${plain(line)}\n`);
}

function plain(line: string): string {
  return line.replaceAll(/\p{C}+/gu, ' ');
}
