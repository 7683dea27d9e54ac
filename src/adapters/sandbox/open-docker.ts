import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest } from '../../ports/sandbox.ts';
import { ownUser } from '../process/environment.ts';
import { dockerClient } from './docker-client.ts';
import { pinnedImage } from './docker-image.ts';
import { dockerSandbox, readyDocker, runInDocker, type Docker } from './docker.ts';
import { makeSandboxFolder } from './sandbox-folder.ts';
import { LevelUnavailableError, type OpenedSandbox, type SandboxPlaces } from './opened-sandbox.ts';
import { attackSandbox, missedWords } from './self-attack.ts';

/** What docker needs to know in addition. */
export type DockerPlaces = {
  /** Image that the user chose; null = our default. */
  readonly image: string | null;
  /** DOCKER_HOST. */
  readonly host: string | null;
  /** Absolute path of the runner's tool cache. */
  readonly toolCache: string | null;
};

/**
 * Docker, after its engine answered, its image was fetched and the self-attack could not break out. Throws
 * LevelUnavailableError.
 */
export async function openDocker(places: SandboxPlaces, more: DockerPlaces): Promise<OpenedSandbox> {
  const image = pinnedImage(more.image);
  const client = dockerClient({ path: places.path, host: more.host });
  const readiness = await readyDocker(client, image);
  if (readiness.kind === 'unusable') throw new LevelUnavailableError(readiness.why);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const docker: Docker = {
      ...{ client, image, toolCache: more.toolCache, visible: places.visible },
      user: ownUser(),
      temporaryRoot: own.folder,
    };
    const run = (request: CommandRequest): Promise<CommandRun> => runInDocker(docker, request);
    // The image has its own Node; ours may not even start in it.
    const probes = await attackSandbox({
      run,
      watched: null,
      places: { ...places, node: 'node' },
      folder: own.folder,
    });
    const missed = missedWords(probes);
    if (missed !== null) throw new LevelUnavailableError(missed);
    const proved = { passed: probes.length, total: probes.length };
    const sandbox = dockerSandbox(docker, { level: 'docker', version: readiness.version, probes: proved });
    return { ...sandbox, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}
