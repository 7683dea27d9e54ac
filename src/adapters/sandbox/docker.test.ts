import { createServer } from 'node:net';
import { chmod, mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandRequest } from '../../ports/sandbox.ts';
import { slowness } from '../../testing/slowness.ts';
import { aView } from '../../testing/builders/a-view.ts';
import { hostPath } from '../process/environment.ts';
import { askEngine, dockerClient } from './docker-client.ts';
import { defaultImage } from './docker-image.ts';
import { readyDocker, runInDocker, type Docker } from './docker.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-'));
  await mkdir(join(folder, 'reports'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('an engine', () => {
  test('that is not running is no engine: the client alone does not count', async () => {
    await program('echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock." >&2; exit 1');
    expect(await askEngine(client())).toEqual({
      kind: 'silent',
      why: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.',
    });
  });

  test('is not there without a client', async () => {
    expect(await askEngine(client())).toEqual({ kind: 'missing', why: 'it is not installed' });
  });

  test('that says nothing of use is no engine', async () => {
    await program('echo "<no value>"');
    expect(await askEngine(client())).toMatchObject({ kind: 'silent' });
  });

  test('that does not answer in time is no engine, asked by whatever client this machine has', async () => {
    await using server = await silentServer();
    const engine = await askEngine(
      dockerClient({ path: hostPath(), host: `tcp://127.0.0.1:${server.port}` }),
    );

    expect(['missing', 'silent']).toContain(engine.kind);
  });
});

describe('the image', () => {
  test('that is there is not fetched', async () => {
    await program('[ "$1" = version ] && echo 28.0.4; exit 0');
    expect(await readyDocker(client(), defaultImage)).toEqual({ kind: 'ready', version: '28.0.4' });
    expect(await calls()).toEqual(['version', 'image']);
  });

  test('is fetched before any container is made, and must come', async () => {
    await program(
      'case $1 in version) echo 28.0.4 ;; image) exit 1 ;; pull) echo no route >&2; exit 1 ;; esac',
    );
    expect(await readyDocker(client(), defaultImage)).toEqual({
      kind: 'unusable',
      why: 'its image could not be fetched: no route',
    });
    expect(await calls()).toEqual(['version', 'image', 'pull']);
  });
});

const keepChannel =
  String.raw`create) for word; do case $word in *target=/.channel) c=\${word#*source=}; echo "\${c%%,*}" > "$PLACE/channel" ;; esac; done ;;`.replaceAll(
    '\\$',
    '$',
  );

describe('a command', () => {
  test('comes back with its output, its code and what it reported, and its container is gone', async () => {
    await program(`case $1 in ${keepChannel}
      start) printf 'begun\\nreport/jest.json e30=\\nreport/../x e30=\\nend\\n' >> "$(cat "$PLACE/channel")"; echo out; echo err >&2; exit 3 ;; esac`);

    const run = await runInDocker(docker(), request());

    expect(run).toMatchObject({
      end: { kind: 'exited', code: 3 },
      stdout: { text: 'out\n' },
      stderr: { text: 'err\n' },
    });
    expect(await readdir(join(folder, 'reports'))).toEqual(['jest.json']);
    expect(await calls()).toEqual(['create', 'start', 'kill', 'rm']);
    expect((await readdir(folder)).filter((name) => name.includes('channel-'))).toEqual([]);
  });

  test.each([
    [
      'leaves the channel without its end',
      `echo begun >> "$c"; exit 0`,
      { kind: 'killed', signal: 'unknown' },
    ],
    ['cuts the channel', `echo begun >> "$c"; : > "$c"; exit 0`, { kind: 'killed', signal: 'unknown' }],
    [
      'cuts the channel and then waits',
      `echo begun >> "$c"; sleep 1; : > "$c"; exec sleep 99999`,
      { kind: 'timed-out' },
    ],
    ['is killed', `echo begun >> "$c"; exit 137`, { kind: 'killed', signal: 'SIGKILL' }],
  ])('that %s has begun, and its own code is not believed', async (_, start, end) => {
    await program(`case $1 in ${keepChannel}
      start) c=$(cat "$PLACE/channel"); ${start} ;; esac`);
    expect((await runInDocker(docker(), request({ timeoutMs: 2500 * slowness() }))).end).toEqual(end);
  });

  test('that does not end is ended by the name of its container, not by killing the client', async () => {
    await program(`case $1 in ${keepChannel}
      start) echo begun >> "$(cat "$PLACE/channel")"; exec sleep 99999 ;; esac`);

    const run = await runInDocker(docker(), request({ timeoutMs: 300 * slowness() }));

    expect(run.end).toEqual({ kind: 'timed-out' });
    const lines = (await readFile(join(folder, 'calls'), 'utf8')).split('\n');
    const name = /--name (\S+)/.exec(lines[0] ?? '')?.[1];
    expect(lines).toContain(`kill ${name}`);
    expect(lines).toContain(`rm --force --volumes ${name}`);
  });

  test('whose container cannot be made was never run', async () => {
    await program('case $1 in create) echo "invalid mount" >&2; exit 125 ;; esac');
    await expect(runInDocker(docker(), request())).rejects.toThrow(/could not be made: invalid mount/);
    expect(await calls()).toEqual(['create', 'kill', 'rm']);
  });

  test('whose container does not get as far as the command was never run', async () => {
    await program('case $1 in start) echo "exec failed" >&2; exit 127 ;; esac');
    await expect(runInDocker(docker(), request())).rejects.toThrow(/did not begin.*exec failed/);
  });
});

/** A `docker` that records its calls. */
async function program(script: string): Promise<void> {
  const place = `PLACE='${folder}'`;
  await writeFile(
    join(folder, 'docker'),
    `#!/bin/bash\n${place}\necho "$*" | tr '\\n' ' ' | sed 's/ $/\\n/' >> "$PLACE/calls"\n${script}\n`,
  );
  await chmod(join(folder, 'docker'), 0o755);
}

async function calls(): Promise<readonly (string | undefined)[]> {
  const text = await readFile(join(folder, 'calls'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ')[0]);
}

function client() {
  return dockerClient({ path: `${folder}:/usr/bin:/bin`, host: null });
}

function docker(): Docker {
  return {
    client: client(),
    temporaryRoot: folder,
    image: defaultImage,
    user: { uid: 1, gid: 1 },
    toolCache: null,
    visible: [],
  };
}

function request(more: Partial<CommandRequest> = {}): CommandRequest {
  return {
    purpose: 'test',
    command: 'true',
    directory: '/work',
    environment: { PATH: '/usr/bin' },
    view: aView('/work', { reports: join(folder, 'reports') }),
    timeoutMs: 120_000,
    signal: new AbortController().signal,
    ...more,
  };
}

async function silentServer(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, [Symbol.asyncDispose]: async () => void server.close() };
}
