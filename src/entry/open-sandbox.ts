import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  ownNode,
  plantVariable,
} from '../adapters/process/environment.ts';
import { chooseSandbox } from '../adapters/sandbox/choose-sandbox.ts';
import { imageVariable } from '../adapters/sandbox/docker-image.ts';
import { openBubblewrap } from '../adapters/sandbox/open-bubblewrap.ts';
import { openDocker } from '../adapters/sandbox/open-docker.ts';
import type { OpenedSandbox, SandboxPlaces } from '../adapters/sandbox/opened-sandbox.ts';
import type { SandboxLevel } from '../core/plan/settings.ts';
import { UserError } from '../errors.ts';

/** Which sandbox is asked for. */
export type SandboxWish = {
  readonly level: SandboxLevel;
  /** Absolute path of the reporter that node:test loads; the guard stands beside it. */
  readonly nodeTestReporter: string;
  /** Told why there is none where a run may go on without: only where all code is our own text. */
  readonly onNone?: ((why: string) => void) | undefined;
};

/** Opens and attacks the sandbox of this machine. Throws SANDBOX_UNAVAILABLE. */
export async function openSandbox(wish: SandboxWish): Promise<OpenedSandbox> {
  const { level, nodeTestReporter, onNone } = wish;
  const places: SandboxPlaces = {
    temporaryRoot: hostTemporaryRoot(),
    path: hostPath(),
    home: homedir(),
    node: ownNode(),
    visible: [nodeTestReporter, ...besideReporter.map((name) => join(dirname(nodeTestReporter), name))],
    plantVariable,
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
