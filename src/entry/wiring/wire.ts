import { dirname, join } from 'node:path';
import { homedir } from 'node:os';
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { openRecordStore } from '../../adapters/records/record-store.ts';
import { diskWorkspaces } from '../../adapters/workspaces/workspaces.ts';
import { clientOf } from '../../adapters/providers.ts';
import {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  ownNode,
  setVariable,
} from '../../adapters/process/environment.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import type { Origin } from '../../core/records/record.ts';
import type { Model, SandboxLevel } from '../../core/settings.ts';
import type { Ports } from '../../pipeline/engine/engine.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { Repository } from '../../ports/repository.ts';
import { chooseSandbox } from '../../adapters/sandbox/choose-sandbox.ts';
import { imageVariable } from '../../adapters/sandbox/docker-image.ts';
import { openBubblewrap } from '../../adapters/sandbox/open-bubblewrap.ts';
import { openDocker } from '../../adapters/sandbox/open-docker.ts';
import type { OpenedSandbox, SandboxPlaces } from '../../adapters/sandbox/opened-sandbox.ts';
import { UserError } from '../../errors.ts';

/** What the outside world is made of for one run. Disposing removes the temporary trees. */
export type Wiring = {
  readonly repository: Repository;
  /** Who this run is: stamped on what it writes, and what it may rely on. */
  readonly origin: Omit<Origin, 'at'>;
  /** Brings in records of earlier runs; called once there is work to do. */
  readonly restoreRecords?: () => Promise<void>;
  /** Absolute path of the records folder. */
  readonly recordsDirectory: string;
  readonly sandbox: SandboxLevel;
  /** Puts in place what the sandbox needs; called once, where something generated is to be run. */
  readonly setUpSandbox?: () => Promise<unknown>;
  /** Told why there is no sandbox where a run may go on without one: only where all code is our own text. */
  readonly onNoSandbox?: (why: string) => void;
  readonly log: Log;
  /** Follows the run besides the log. */
  readonly observer?: RunObserver | null;
  /** Ends a setup that is running. */
  readonly signal: AbortSignal;
  /** Absolute path of the reporter that node:test loads in its own process. */
  readonly nodeTestReporter: string;
  /** Value of an API key's variable; null when it is not set. */
  readonly keyOf: (variable: string) => string | null;
  /** Value of a variable that `setup-env` names; null when it is not set, and always on forks. */
  readonly setupVariable: (name: string) => string | null;
};

/** The ports, and which records went through them. */
export type Wired = Ports & AsyncDisposable & { readonly usedKeys: ReadonlySet<string> };

/** Connects every port to its adapter: the only place that knows them all. */
export async function wire(wiring: Wiring): Promise<Wired> {
  const { repository, log } = wiring;
  const sandbox = once(() => readySandbox(wiring));
  const workspaces = once(async () =>
    diskWorkspaces({
      repository,
      sandbox: await sandbox(),
      temporaryRoot: hostTemporaryRoot(),
      path: hostPath(),
      log,
      signal: wiring.signal,
      setupVariable: wiring.setupVariable,
    }),
  );
  const records = await openRecordStore({
    directory: wiring.recordsDirectory,
    tracks: (path) => repository.tracks(path),
    origin: () => ({ at: Date.now(), ...wiring.origin }),
    onMiss: onceEach((reason) => log.warn(reason)),
  });
  return {
    repository,
    workspaces: { prepare: async (version) => (await workspaces()).prepare(version) },
    sandbox,
    records,
    restoreRecords: wiring.restoreRecords ?? (async () => {}),
    usedKeys: records.usedKeys,
    reader: wiring.origin,
    warmStart: true,
    clock: systemClock(),
    log,
    ...(wiring.observer ? { observer: wiring.observer } : {}),
    clientOf: (model) => clientOf({ model, apiKey: keyOf(wiring, model) }),
    hasKey: (model) => model.apiKeyEnv === null || keyOf(wiring, model) !== null,
    environmentOf: (places) => cleanEnvironment({ ...places, path: hostPath() }),
    cores: cpus().length,
    nodeTestReporter: wiring.nodeTestReporter,
    newKey: () => randomUUID(),
    [Symbol.asyncDispose]: async () => {
      await using _sandbox = await sandbox.made()?.catch(() => null);
      await using _workspaces = await workspaces.made()?.catch(() => null);
    },
  };
}

async function readySandbox(wiring: Wiring): ReturnType<typeof openSandbox> {
  await wiring.setUpSandbox?.();
  return openSandbox({
    level: wiring.sandbox,
    nodeTestReporter: wiring.nodeTestReporter,
    onNone: wiring.onNoSandbox,
  });
}

function keyOf(wiring: Wiring, model: Model): string | null {
  return model.apiKeyEnv === null ? null : wiring.keyOf(model.apiKeyEnv);
}

// A record may be looked for more than once; what is wrong with it is said once.
function onceEach(say: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
}

function once<Value>(make: () => Value): (() => Value) & { readonly made: () => Value | null } {
  let value: Value | null = null;
  return Object.assign(() => (value ??= make()), { made: () => value });
}

/** Which sandbox is asked for. */
export type SandboxWish = {
  readonly level: SandboxLevel;
  /** Absolute path of the reporter that node:test loads; the guard stands beside it. */
  readonly nodeTestReporter: string;
  /** Told why there is none where a run may go on without: only where all code is our own text. */
  readonly onNone?: ((why: string) => void) | undefined;
};

/** Opens and attacks the sandbox of this machine. Throws SANDBOX_UNAVAILABLE. */
async function openSandbox(wish: SandboxWish): Promise<OpenedSandbox> {
  const { level, nodeTestReporter, onNone } = wish;
  const places: SandboxPlaces = {
    temporaryRoot: hostTemporaryRoot(),
    path: hostPath(),
    home: homedir(),
    node: ownNode(),
    visible: [nodeTestReporter, ...besideReporter.map((name) => join(dirname(nodeTestReporter), name))],
    setVariable,
  };
  const docker = {
    image: hostVariable(imageVariable),
    host: hostVariable('DOCKER_HOST'),
    toolCache: hostVariable('RUNNER_TOOL_CACHE'),
  };
  const openers = { bubblewrap: () => openBubblewrap(places), docker: () => openDocker(places, docker) };
  try {
    return await chooseSandbox(level, openers);
  } catch (error) {
    if (onNone === undefined || !(error instanceof UserError)) throw error;
    onNone(error.message);
    return chooseSandbox('none', openers);
  }
}

const besideReporter = ['test-guard.cjs', 'test-guard-jest.cjs'];
