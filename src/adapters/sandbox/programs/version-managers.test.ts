import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aView } from '../../../testing/builders/a-view.ts';
import { cleanEnvironment, hostPath, ownNode, setVariable } from '../../process/environment.ts';
import { openBubblewrap } from '../open-bubblewrap.ts';
import type { OpenedSandbox } from '../opened-sandbox.ts';
import { openBare } from '../bare.ts';
import { findManagers, unseenVersions } from './version-managers.ts';

let top = '';
beforeAll(async () => {
  // Not below /tmp, which commands may write to: the self-attack asks whether HOME can be written.
  top = await realpath(await mkdtemp('/var/tmp/managers-'));
  // As root the sandbox runs as the user nobody, who must be able to enter these folders.
  await chmod(top, 0o755);
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

/** A stand-in on PATH that looks for the real program as the version manager of that name does. */
function shim(variable: string, folder: string, real: string): string {
  return `#!/bin/sh\nexec "\${${variable}:-$HOME/${folder}}/${real}" "$@"\n`;
}

const real = (name: string): string => `#!/bin/sh\necho "real ${name}"\n`;

/** A home in which every version manager has installed something, and the folders that it adds to PATH. */
async function madeHome(): Promise<{ readonly home: string; readonly folders: readonly string[] }> {
  const home = join(top, 'home');
  const programs = {
    '.cargo/bin/rustup': shim('RUSTUP_HOME', '.rustup', 'toolchains/stable/bin/cargo'),
    '.rustup/toolchains/stable/bin/cargo': real('cargo'),
    '.pyenv/shims/python3.99': shim('PYENV_ROOT', '.pyenv', 'versions/3.99/bin/python3'),
    '.pyenv/versions/3.99/bin/python3': real('python'),
    '.rbenv/shims/ruby99': shim('RBENV_ROOT', '.rbenv', 'versions/99/bin/ruby'),
    '.rbenv/versions/99/bin/ruby': real('ruby'),
    '.nvm/versions/node/v99/bin/node99': real('node'),
    '.volta/bin/volta-shim': shim('VOLTA_HOME', '.volta', 'tools/image/node/99/bin/node'),
    '.volta/tools/image/node/99/bin/node': real('volta node'),
    '.asdf/shims/elixir': shim('ASDF_DATA_DIR', '.asdf', 'installs/elixir/1/bin/elixir'),
    '.asdf/installs/elixir/1/bin/elixir': real('elixir'),
    '.local/bin/mise': shim('MISE_DATA_DIR', '.local/share/mise', 'installs/zig/1/bin/zig'),
    '.local/share/mise/installs/zig/1/bin/zig': real('zig'),
    '.local/bin/uv': real('uv'),
    '.local/share/pypoetry/venv/bin/poetry': real('poetry'),
    '.local/share/uv/tools/ruff/bin/ruff': real('ruff'),
    '.local/share/uv/credentials/token': 'secret\n',
    '.local/share/keyrings/key': 'secret\n',
  };
  for (const [path, text] of Object.entries(programs)) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), text, { mode: 0o755 });
  }
  await mkdir(join(home, '.local/share/mise/shims'), { recursive: true });
  const links = {
    '.cargo/bin/cargo': 'rustup',
    '.volta/bin/volta-node': 'volta-shim',
    '.local/bin/poetry': '../share/pypoetry/venv/bin/poetry',
    '.local/bin/ruff': '../share/uv/tools/ruff/bin/ruff',
    '.local/share/mise/shims/zig': '../../../bin/mise',
  };
  for (const [path, target] of Object.entries(links)) await symlink(target, join(home, path));
  const folders = ['.cargo/bin', '.pyenv/shims', '.rbenv/shims', '.nvm/versions/node/v99/bin', '.volta/bin'];
  const others = ['.asdf/shims', '.local/share/mise/shims', '.local/bin'];
  return { home, folders: [...folders, ...others].map((folder) => join(home, folder)) };
}

describe('in the sandbox', () => {
  let sandbox: OpenedSandbox;
  let path = '';
  beforeAll(async () => {
    const { home, folders } = await madeHome();
    path = [...folders, hostPath()].join(':');
    const places = { temporaryRoot: join(top, 'own'), path, home, changeable: [], visible: [], setVariable };
    await mkdir(places.temporaryRoot, { mode: 0o755 });
    sandbox = await openBubblewrap({
      ...places,
      node: ownNode(),
      warn: () => undefined,
    });
  });
  afterAll(async () => sandbox[Symbol.asyncDispose]());

  async function printed(purpose: 'setup' | 'test', command: string): Promise<string> {
    const work = await mkdtemp(join(top, 'work-'));
    await chmod(work, 0o755);
    for (const name of ['tree', 'home', 'tmp']) await mkdir(join(work, name));
    const [tree, home, temporary] = ['tree', 'home', 'tmp'].map((name) => join(work, name));
    const { stdout, stderr } = await sandbox.run({
      purpose,
      command,
      directory: tree ?? '',
      view: aView(tree ?? '', { home: home ?? '', temporary: temporary ?? '' }),
      environment: cleanEnvironment({ home: home ?? '', path, temporary: temporary ?? '' }),
      timeoutMs: 120_000,
      signal: new AbortController().signal,
    });
    return `${stdout.text}${stderr.text}`.trim();
  }

  const programs = {
    rustup: ['cargo', 'real cargo'],
    pyenv: ['python3.99', 'real python'],
    rbenv: ['ruby99', 'real ruby'],
    nvm: ['node99', 'real node'],
    volta: ['volta-node', 'real volta node'],
    asdf: ['elixir', 'real elixir'],
    mise: ['zig', 'real zig'],
    uv: ['uv', 'real uv'],
    'a tool of uv': ['ruff', 'real ruff'],
    poetry: ['poetry', 'real poetry'],
  } as const;

  test.each(['setup', 'test'] as const)(
    'a %s finds the programs of every version manager',
    async (purpose) => {
      const said = await printed(
        purpose,
        Object.values(programs)
          .map(([name]) => name)
          .join('; '),
      );
      expect(said.split('\n')).toEqual(Object.values(programs).map(([, expected]) => expected));
    },
  );

  test('nothing that lies beside them is shown', async () => {
    expect(await printed('test', `grep -rs secret ${top}/home; true`)).toBe('');
  });
});

test('without a sandbox its stand-ins find the real programs too, although HOME of a command is another one', async () => {
  const home = join(top, 'bare');
  await mkdir(join(home, '.cargo/bin'), { recursive: true });
  await mkdir(join(home, '.rustup/toolchains/stable/bin'), { recursive: true });
  const standIn = shim('RUSTUP_HOME', '.rustup', 'toolchains/stable/bin/cargo');
  await writeFile(join(home, '.cargo/bin/rustup'), standIn, { mode: 0o755 });
  await symlink('rustup', join(home, '.cargo/bin/cargo'));
  await writeFile(join(home, '.rustup/toolchains/stable/bin/cargo'), real('cargo'), { mode: 0o755 });
  const path = `${home}/.cargo/bin:${hostPath()}`;
  await using sandbox = await openBare({ path, home, changeable: [], warn: () => undefined });
  const view = aView(top);
  const { stdout } = await sandbox.run({
    ...{ purpose: 'test', command: 'cargo', directory: top, view, timeoutMs: 120_000 },
    environment: cleanEnvironment({ home: join(top, 'nobody'), path, temporary: top }),
    signal: new AbortController().signal,
  });
  expect(stdout.text).toBe('real cargo\n');
});

describe('versions that asdf and mise take from HOME', () => {
  const told = async (committed: readonly string[]): Promise<readonly string[]> => {
    const home = await mkdtemp(join(top, 'versions-'));
    const checkout = join(home, 'checkout');
    const all = [
      '.asdf/shims/elixir',
      '.local/share/mise/shims/zig',
      '.tool-versions',
      '.config/mise/config.toml',
    ];
    for (const file of [...all, ...committed.map((name) => `checkout/${name}`)]) {
      await mkdir(dirname(join(home, file)), { recursive: true });
      await writeFile(join(home, file), '');
    }
    const path = `${home}/.asdf/shims:${home}/.local/share/mise/shims`;
    return unseenVersions({ path, home, changeable: [checkout] });
  };

  test('are not seen by any command, which is said with the way out', async () => {
    expect(await told([])).toEqual([
      expect.stringMatching(
        /^asdf .* ~\/\.tool-versions, .* Commit a `\.tool-versions`, or .*ASDF_NODEJS_VERSION/,
      ),
      expect.stringMatching(
        /^mise .* ~\/\.config\/mise\/config\.toml, .* Commit a `mise\.toml`, or .*MISE_NODE/,
      ),
    ]);
  });

  test('are not missed where the repository has a file of its own', async () => {
    expect(await told(['.tool-versions'])).toEqual([]);
    expect(await told(['mise.toml'])).toEqual([expect.stringMatching(/^asdf /)]);
  });
});

describe('the folder of a version manager', () => {
  const at = async (variables: Readonly<Record<string, string>>, changeable: readonly string[] = []) => {
    const home = join(top, 'other');
    for (const folder of ['bin', 'moved/toolchains', '.rustup/toolchains'])
      await mkdir(join(home, folder), { recursive: true });
    await writeFile(join(home, 'bin/rustup'), '', { mode: 0o755 });
    const variable = (name: string): string | null => variables[name] ?? null;
    return findManagers({ path: `${home}/bin:/usr/bin`, home, changeable, variable });
  };

  test('is the one that the job names, and else the usual one', async () => {
    const moved = join(top, 'other/moved');
    expect((await at({ RUSTUP_HOME: moved })).variables).toEqual({ RUSTUP_HOME: moved });
    expect((await at({})).variables).toEqual({ RUSTUP_HOME: join(top, 'other/.rustup') });
  });

  test('is not shown where it is HOME or around it, or where a pull request can fill it', async () => {
    const nothing = { shown: [], variables: {} };
    expect(await at({ RUSTUP_HOME: join(top, 'other') })).toEqual(nothing);
    expect(await at({ RUSTUP_HOME: top })).toEqual(nothing);
    expect(await at({}, [join(top, 'other/.rustup')])).toEqual(nothing);
  });
});
