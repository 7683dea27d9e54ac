import { existsSync } from 'node:fs';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atOnce } from '../../core/at-once.ts';
import { textDigest } from '../../core/digest.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { Bound, CommandRequest } from '../../ports/sandbox.ts';
import { keptFolder } from '../process/kept-folder.ts';
import { ownUser } from '../process/environment.ts';
import { memoryOfMachine } from '../process/memory-use.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { runInBubblewrap, type Bubblewrap } from './bubblewrap.ts';
import { findPrograms, hiddenPrograms } from './programs/find-programs.ts';
import { findManagers, unseenVersions } from './programs/version-managers.ts';
import { readSystemFolders, type Machine } from './machine.ts';
import { allowanceOn } from './limits.ts';
import { keptProof, type KeptProof, type ProofPlace } from './kept-proof.ts';
import { ownSession, trySession, type OwnSession } from './own-session.ts';
import { resolver } from './setup-network.ts';
import { LevelUnavailableError, type OpenedSandbox, type SandboxPlaces } from './opened-sandbox.ts';
import { makeSandboxFolder, type SandboxFolder } from './sandbox-folder.ts';
import { seccompFilters } from './seccomp-filters.ts';
import { attackSandbox, missedWords, SharedNetworkError } from './self-attack.ts';

/**
 * Bubblewrap, after the self-attack could not break out: now, or of exactly this sandbox within a day. Throws
 * LevelUnavailableError.
 */
export async function openBubblewrap(places: SandboxPlaces): Promise<OpenedSandbox> {
  const seen = await lookAround(places);
  const kept = await keptFor(places, seen);
  const known = await kept.read();
  const version = known === null ? await versionOf(places.path) : known.version;
  for (const line of seen.warnings) places.warn(line);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const as = { path: places.path, asNobody: isRoot() };
    const session = known === null ? await trySession(as) : known.session;
    const wrap = await wrapOf(places, { own, machine: seen.machine, session: ownSession(session, as) });
    const run = (request: CommandRequest): Promise<CommandRun> => runInBubblewrap(wrap, request);
    const probes = known === null ? await attacked(wrap, places, seen.unreadable) : known.probes;
    if (known === null) await kept.write({ version, session, probes });
    return {
      level: 'bubblewrap',
      isolation: { level: 'bubblewrap', version, probes: { passed: probes, total: probes } },
      run,
      [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
    };
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}

/** Where this program keeps proofs; null where it runs from its sources, for which no single file stands. */
export function ownProofPlace(): ProofPlace | null {
  const code = fileURLToPath(import.meta.url);
  return code.endsWith('.ts') ? null : { folder: keptFolder('proofs'), code };
}

async function keptFor({ proofs, path }: SandboxPlaces, { key }: Seen): Promise<KeptProof> {
  return proofs ? keptProof(proofs, { path, seen: key }) : nothingKept;
}

const nothingKept: KeptProof = { read: async () => null, write: async () => undefined };

/** What of this machine is shown in the sandbox. */
type Seen = {
  readonly machine: Omit<Machine, 'files'>;
  readonly unreadable: readonly string[];
  readonly warnings: readonly string[];
  /** All of it as JSON, with what it is shown as and what it is hidden behind. */
  readonly key: unknown;
};

async function lookAround(places: SandboxPlaces): Promise<Seen> {
  const { path, home, visible, node, changeable, temporaryRoot } = places;
  const managers = await findManagers(places);
  const besides = [node, ...managers.shown];
  const found = await findPrograms({ path, home, changeable, besides, asNobody: isRoot() });
  const machine = {
    systemFolders: await readSystemFolders(),
    programs: found.shown,
    hidden: ['/proc/keys', '/proc/key-users'].filter((file) => existsSync(file)),
    variables: managers.variables,
    cores: availableParallelism(),
  };
  const files = await atOnce(visible, async (file) => [file, textDigest(await readFile(file, 'utf8'))]);
  return {
    machine,
    unreadable: found.unreadable,
    warnings: [...hiddenPrograms(found), ...(await unseenVersions(places))],
    key: { machine, files, path, home, node, changeable, temporaryRoot, allowed: allowance() },
  };
}

async function wrapOf(
  places: SandboxPlaces,
  of: {
    readonly own: SandboxFolder;
    readonly machine: Seen['machine'];
    readonly session: OwnSession;
  },
): Promise<Bubblewrap> {
  const { own, session } = of;
  const files = [...own.identity, ...(await copied(places.visible, own.folder))];
  return {
    machine: { ...of.machine, files },
    ...{ folder: own.folder, isRoot: isRoot(), path: places.path, session },
    filter: await filterIn(own.folder),
    resolver: await resolverIn(own.folder),
    onSharedNetwork: (reaches) =>
      places.warn(
        `setup shares the network of this machine and can reach ${reaches} on its loopback address: install \`slirp4netns\` to keep them apart`,
      ),
    allowance: allowance(),
  };
}

function isRoot(): boolean {
  return ownUser().uid === 0;
}

function allowance(): Bubblewrap['allowance'] {
  return allowanceOn(memoryOfMachine());
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

/**
 * Attacks it as cells run, but silent about what is no concern of anybody before a setup runs. Returns the number of
 * attacks, and throws LevelUnavailableError if one came through.
 */
async function attacked(
  wrap: Bubblewrap,
  places: SandboxPlaces,
  unreadable: readonly string[],
): Promise<number> {
  const refuse = (): never => {
    throw new SharedNetworkError('a setup would share the network of the machine');
  };
  const quiet: Bubblewrap = { ...wrap, onSharedNetwork: refuse };
  const probes = await attackSandbox({
    run: (request) => runInBubblewrap(quiet, request),
    watched: {
      within: (allowed) => (request) => runInBubblewrap({ ...quiet, allowance: allowed }, request),
    },
    places,
    folder: wrap.folder,
  });
  const missed = missedWords(probes);
  if (missed === null) return probes.length;
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
