import { dirname, join } from 'node:path';
import { homedir } from 'node:os';
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { SideBySide } from '../../adapters/agent/side-by-side.ts';
import { openRecordStore, type DiskRecordStore } from '../../adapters/records/record-store.ts';
import { clientOf, loadClients } from '../../adapters/providers.ts';
import {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  ownNode,
  setVariable,
} from '../../adapters/process/environment.ts';
import { keepSecret } from '../../adapters/process/secrets.ts';
import { openLauncher } from '../../adapters/process/launcher.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import type { Origin } from '../../core/records/record.ts';
import type { Model, SandboxLevel } from '../../core/settings.ts';
import { isAgentModel } from '../../pipeline/specs/agent-versions.ts';
import type { Ports } from '../../pipeline/engine/engine.ts';
import type { CommandRequest } from '../../ports/sandbox.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { Repository } from '../../ports/repository.ts';
import { openBare } from '../../adapters/sandbox/bare.ts';
import { chooseSandbox } from '../../adapters/sandbox/choose-sandbox.ts';
import { imageVariable } from '../../adapters/sandbox/docker-image.ts';
import { openBubblewrap, ownProofPlace } from '../../adapters/sandbox/open-bubblewrap.ts';
import { openDocker } from '../../adapters/sandbox/open-docker.ts';
import type { OpenedSandbox, SandboxPlaces } from '../../adapters/sandbox/opened-sandbox.ts';
import { UserError } from '../../errors.ts';
import { accountOf, hasVariables } from './account-of.ts';
import { keepSecrets } from './keep-secrets.ts';

/** The adapters' inputs for one run. Disposing removes the temporary trees. */
export type Wiring = {
  readonly repository: Repository;
  /** The origin of this run: stamped on what it writes, and used to decide what it may trust. */
  readonly origin: Omit<Origin, 'at'>;
  /** Restores records of earlier runs; called once there is work to do. */
  readonly restoreRecords?: () => Promise<void>;
  /** Absolute path of the records folder. */
  readonly recordsDirectory: string;
  readonly sandbox: SandboxLevel;
  /** Prepares the machine for the sandbox; called once, before anything generated is run. */
  readonly setUpSandbox?: () => Promise<unknown>;
  /** Told why there is no sandbox, where a run may continue without one: only if all code is our own text. */
  readonly onNoSandbox?: (why: string) => void;
  readonly log: Log;
  /** Follows the run in addition to the log. */
  readonly observer?: RunObserver | null;
  /** Cancels a setup that is running. */
  readonly signal: AbortSignal;
  /** Absolute path of the reporter that node:test loads in its own process. */
  readonly nodeTestReporter: string;
  /** Value of the variable that holds an API key; null when it is not set. */
  readonly keyOf: (variable: string) => string | null;
  /** Value of a variable that `setup-env` names; null when it is not set, and always null where the code may be a fork’s. */
  readonly setupVariable: (name: string) => string | null;
};

/** The ports, until they are closed. */
export type Wired = Ports & AsyncDisposable & { readonly records: DiskRecordStore };

/** Connects every port to its adapter: the only place that knows them all. */
export async function wire(wiring: Wiring): Promise<Wired> {
  const { repository, log } = wiring;
  keepSecrets((name) => wiring.keyOf(name));
  const unshared = once(() => readySandbox(wiring));
  const { sandbox, ...asked } = askedIn(unshared, wiring);
  const workspaces = once(async () => {
    // Loaded with the first tree that is laid: what is on record needs none.
    const { diskWorkspaces } = await import('../../adapters/workspaces/workspaces.ts');
    return diskWorkspaces({
      repository,
      sandbox: await sandbox(),
      temporaryRoot: hostTemporaryRoot(),
      path: hostPath(),
      log,
      signal: wiring.signal,
      setupVariable: (name) => keepSecret(wiring.setupVariable(name)),
    });
  });
  const records = await openRecordStore({
    directory: wiring.recordsDirectory,
    tracks: (path) => repository.tracks(path),
    origin: () => ({ at: Date.now(), ...wiring.origin }),
    onMiss: onceEach((reason) => log.warn(reason)),
  });
  return {
    repository,
    workspaces: { prepare: async (version, signal) => (await workspaces()).prepare(version, signal) },
    sandbox,
    records,
    restoreRecords: wiring.restoreRecords ?? (async () => {}),
    reader: wiring.origin,
    warmStart: true,
    clock: systemClock(),
    log,
    ...(wiring.observer ? { observer: wiring.observer } : {}),
    ...asked,
    loadClients: (models) => loadClients(models.filter((model) => !isAgentModel(model))),
    hasKey: (model) => hasVariables(model, wiring.keyOf),
    environmentOf: (places) => cleanEnvironment({ ...places, path: hostPath() }),
    cores: cpus().length,
    nodeTestReporter: wiring.nodeTestReporter,
    newKey: () => randomUUID(),
    [Symbol.asyncDispose]: async () => {
      await using _sandbox = await unshared.made()?.catch(() => null);
      await using _workspaces = await workspaces.made()?.catch(() => null);
    },
  };
}

/** The sandbox as every command of a run shares it, and who is asked: a model itself, or an agent in that sandbox. */
function askedIn(
  unshared: () => Promise<OpenedSandbox>,
  wiring: Wiring,
): Pick<Ports, 'sandbox' | 'clientOf'> & Required<Pick<Ports, 'agentVersionOf' | 'unusedAgentVersion'>> {
  const company = new SideBySide();
  const clients = new Map<Model, ModelClient>();
  const agents = once(async () =>
    (await import('./agents.ts')).openAgents({
      ...{ sandbox: unshared, company, checkout: wiring.repository.root },
      nodeTestReporter: wiring.nodeTestReporter,
    }),
  );
  return {
    sandbox: once(async () => {
      const opened = await unshared();
      return { ...opened, run: (request: CommandRequest) => company.beside(() => opened.run(request)) };
    }),
    clientOf: (model) => {
      const account = accountOf(model, wiring.keyOf);
      if (!isAgentModel(model)) {
        const client = clients.get(model) ?? clientOf(account);
        clients.set(model, client);
        return client;
      }
      const asked = { ...account, model };
      return { complete: async (request) => (await agents()).clientOf(asked).complete(request) };
    },
    agentVersionOf: async (model) => (await agents()).versionOf(model),
    unusedAgentVersion: async (agent) => (await agents()).versionIfThere(agent),
  };
}

async function readySandbox(wiring: Wiring): ReturnType<typeof openSandbox> {
  await wiring.setUpSandbox?.();
  return openSandbox({
    level: wiring.sandbox,
    nodeTestReporter: wiring.nodeTestReporter,
    onNone: wiring.onNoSandbox,
    checkout: wiring.repository.root,
    log: wiring.log,
  });
}

// A record may be looked up more than once; its problem is reported once.
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

/** Which sandbox is requested. */
export type SandboxRequest = {
  readonly level: SandboxLevel;
  /** Absolute path of the reporter that node:test loads; the test guard lies next to it. */
  readonly nodeTestReporter: string;
  /** Told why there is no sandbox, where a run may continue without one: only if all code is our own text. */
  readonly onNone?: ((why: string) => void) | undefined;
  /** Absolute path. */
  readonly checkout: string;
  readonly log: Pick<Log, 'warn'>;
};

/** Opens the sandbox of this machine and attacks it. Throws SANDBOX_UNAVAILABLE. */
async function openSandbox(wish: SandboxRequest): Promise<OpenedSandbox> {
  const { level, nodeTestReporter, onNone, checkout, log } = wish;
  openLauncher(join(dirname(nodeTestReporter), 'launcher.mjs'));
  const places: SandboxPlaces = {
    temporaryRoot: hostTemporaryRoot(),
    path: hostPath(),
    home: homedir(),
    variable: hostVariable,
    changeable: [checkout, hostTemporaryRoot()],
    warn: (line) => log.warn(line),
    node: ownNode(),
    visible: [nodeTestReporter, ...besideReporter.map((name) => join(dirname(nodeTestReporter), name))],
    proofs: ownProofPlace(),
    setVariable,
  };
  const docker = {
    image: hostVariable(imageVariable),
    host: hostVariable('DOCKER_HOST'),
    toolCache: hostVariable('RUNNER_TOOL_CACHE'),
  };
  const openers = {
    none: () => openBare(places),
    bubblewrap: () => openBubblewrap(places),
    docker: () => openDocker(places, docker),
  };
  try {
    return await chooseSandbox(level, openers);
  } catch (error) {
    if (onNone === undefined || !(error instanceof UserError)) throw error;
    onNone(error.message);
    return chooseSandbox('none', openers);
  }
}

const besideReporter = ['test-guard.cjs', 'test-guard-jest.cjs'];
