import { existsSync } from 'node:fs';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { Bound, CommandRequest } from '../../ports/sandbox.ts';
import { ownUser } from '../process/environment.ts';
import { memoryOfMachine } from '../process/memory-use.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { runInBubblewrap, type Bubblewrap } from './bubblewrap.ts';
import { findPrograms, hiddenPrograms } from './programs/find-programs.ts';
import { findManagers, unseenVersions } from './programs/version-managers.ts';
import { readSystemFolders, type Machine } from './machine.ts';
import { allowanceOn } from './limits.ts';
import { ownSession } from './own-session.ts';
import { resolver } from './setup-network.ts';
import { LevelUnavailableError, type OpenedSandbox, type SandboxPlaces } from './opened-sandbox.ts';
import { makeSandboxFolder, type SandboxFolder } from './sandbox-folder.ts';
import { seccompFilters } from './seccomp-filters.ts';
import { attackSandbox, missedWords, SharedNetworkError, type Probe } from './self-attack.ts';

/** Bubblewrap, after the self-attack could not break out. Throws LevelUnavailableError. */
export async function openBubblewrap(places: SandboxPlaces): Promise<OpenedSandbox> {
  const version = await versionOf(places.path);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const { wrap, unreadable } = await wrapOf(places, own);
    const run = (request: CommandRequest): Promise<CommandRun> => runInBubblewrap(wrap, request);
    const probes = await attackOn(wrap, places);
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
  const { path, home, visible, node, changeable } = places;
  const isRoot = ownUser().uid === 0;
  const managers = await findManagers(places);
  const besides = [node, ...managers.shown];
  const found = await findPrograms({ path, home, changeable, besides, asNobody: isRoot });
  const { shown, unreadable } = found;
  for (const line of [...hiddenPrograms(found), ...(await unseenVersions(places))]) places.warn(line);
  const machine: Machine = {
    systemFolders: await readSystemFolders(),
    programs: shown,
    files: [...own.identity, ...(await copied(visible, own.folder))],
    hidden: ['/proc/keys', '/proc/key-users'].filter((file) => existsSync(file)),
    variables: managers.variables,
    cores: availableParallelism(),
  };
  const filter = await filterIn(own.folder);
  const wrap: Bubblewrap = {
    ...{ machine, folder: own.folder, isRoot, path, filter },
    session: await ownSession(path),
    resolver: await resolverIn(own.folder),
    onSharedNetwork: (reaches) =>
      places.warn(
        `setup shares the network of this machine and can reach ${reaches} on its loopback address: install \`slirp4netns\` to keep them apart`,
      ),
    allowance: allowanceOn(memoryOfMachine()),
  };
  return { wrap, unreadable };
}

async function resolverIn(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'resolv.conf');
  await writeFile(file, resolver, { flag: 'wx', mode: 0o644 });
  return ['--ro-bind', file, '/etc/resolv.conf'];
}

async function filterIn(folder: string): Promise<string> {
  const lines = seccompFilters[arch()];
  if (lines === undefined) throw new LevelUnavailableError(`it has no filter of system calls for ${arch()}`);
  const filter = join(folder, 'filter');
  await writeFile(filter, Buffer.from(lines.join(''), 'base64'), { flag: 'wx' });
  return filter;
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

/** As cells run, but silent about what is no concern of anybody before a setup runs. */
async function attackOn(wrap: Bubblewrap, places: SandboxPlaces): Promise<readonly Probe[]> {
  const refuse = (): never => {
    throw new SharedNetworkError('a setup would share the network of the machine');
  };
  const quiet: Bubblewrap = { ...wrap, onSharedNetwork: refuse };
  return attackSandbox({
    run: (request) => runInBubblewrap(quiet, request),
    watched: {
      within: (allowance) => (request) => runInBubblewrap({ ...quiet, allowance }, request),
    },
    places,
    folder: wrap.folder,
  });
}

function refuseMissed(probes: readonly Probe[], unreadable: readonly string[]): void {
  const missed = missedWords(probes);
  if (missed === null) return;
  const hint = unreadable.length === 0 ? '' : `; user 65534 cannot read ${unreadable.join(', ')}`;
  throw new LevelUnavailableError(`${missed}${hint}`);
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
