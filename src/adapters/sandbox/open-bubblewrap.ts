import { chmod, copyFile } from 'node:fs/promises';
import { availableParallelism, userInfo } from 'node:os';
import { join } from 'node:path';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { Bound, CommandRequest } from '../../ports/sandbox.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { makeSandboxFolder, runInBubblewrap, type Bubblewrap, type SandboxFolder } from './bubblewrap.ts';
import { findPrograms } from './find-programs.ts';
import { readSystemFolders, type Machine } from './machine.ts';
import { LevelUnavailableError, type OpenedSandbox, type SandboxPlaces } from './opened-sandbox.ts';
import { attackSandbox, type Probe } from './self-attack.ts';

/** Bubblewrap, after the self-attack could not break out. Throws LevelUnavailableError. */
export async function openBubblewrap(places: SandboxPlaces): Promise<OpenedSandbox> {
  const version = await versionOf(places.path);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const { wrap, unreadable } = await wrapOf(places, own);
    const run = (request: CommandRequest): Promise<CommandRun> => runInBubblewrap(wrap, request);
    const probes = await attackSandbox({ run, places, folder: own.folder });
    refuseMissed(probes, unreadable);
    const proved = { passed: probes.length, total: probes.length };
    return {
      level: 'bubblewrap',
      isolation: { level: 'bubblewrap', version, probes: proved },
      run,
      [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
    };
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}

async function wrapOf(
  places: SandboxPlaces,
  own: SandboxFolder,
): Promise<{ readonly wrap: Bubblewrap; readonly unreadable: readonly string[] }> {
  const { path, home, visible, node } = places;
  const isRoot = userInfo().uid === 0;
  const { shown, unreadable } = await findPrograms({ path, home, besides: [node], asNobody: isRoot });
  const machine: Machine = {
    systemFolders: await readSystemFolders(),
    programs: shown,
    files: [...own.identity, ...(await copied(visible, own.folder))],
    variables: {},
    cores: availableParallelism(),
  };
  return { wrap: { machine, folder: own.folder, isRoot, path }, unreadable };
}

// Copied, because the user that the sandbox runs as may not be able to enter the original folder.
async function copied(paths: readonly string[], folder: string): Promise<readonly Bound[]> {
  const bounds: Bound[] = [];
  for (const [index, path] of paths.entries()) {
    const from = join(folder, `file-${index}`);
    await copyFile(path, from);
    await chmod(from, 0o644);
    bounds.push({ from, to: path });
  }
  return bounds;
}

function refuseMissed(probes: readonly Probe[], unreadable: readonly string[]): void {
  const missed = probes.filter(({ isBlocked }) => !isBlocked);
  if (missed.length === 0) return;
  const each = missed.map(({ name, said }) => `${name} (${said})`).join('; ');
  const hint = unreadable.length === 0 ? '' : `; user 65534 cannot read ${unreadable.join(', ')}`;
  throw new LevelUnavailableError(
    `its self-attack missed ${missed.length} of ${probes.length} probes: ${each}${hint}`,
  );
}

async function versionOf(path: string): Promise<string> {
  try {
    const run = await runCommand({
      argv: ['bwrap', '--version'],
      directory: '/',
      environment: { PATH: path },
      timeoutMs: 5000,
      signal: new AbortController().signal,
    });
    const version = /^bubblewrap (\d[\d.]*)/.exec(run.stdout.text)?.[1];
    if (version !== undefined) return version;
    throw new LevelUnavailableError('`bwrap --version` does not work');
  } catch (error) {
    if (error instanceof CommandNotStartedError) throw new LevelUnavailableError('`bwrap` is not on PATH');
    throw error;
  }
}
