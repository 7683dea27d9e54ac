import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where a set of npm packages is installed; `bin` has the command that puts it into a tree. */
export type PackageSet = { readonly bin: string; readonly programs: string };

/** Installs sets of fixtures/wild/packages, each once for this machine, in the versions of its lock file. */
export class PackageSets {
  readonly #source: string;
  readonly #cache: string;
  readonly #sets = new Map<string, Promise<PackageSet>>();

  /** `cache`: a folder outside every checkout that any user may read. */
  constructor(source: string, cache = process.env['WILD_CACHE'] ?? join(tmpdir(), 'spec-portability-wild')) {
    this.#source = source;
    this.#cache = cache;
  }

  /** The set; installs it if needed. */
  installed(name: string): Promise<PackageSet> {
    const set = this.#sets.get(name) ?? this.#install(name);
    this.#sets.set(name, set);
    return set;
  }

  async #install(name: string): Promise<PackageSet> {
    const from = join(this.#source, name);
    const texts = await Promise.all(
      ['package.json', 'package-lock.json'].map((file) => readFile(join(from, file), 'utf8')),
    );
    const digest = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
    const place = join(this.#cache, `${name}-${digest}`);
    if ((await stat(place).catch(() => null)) === null) await installInto(place, { name, from });
    return { bin: join(place, 'bin'), programs: join(place, 'node_modules/.bin') };
  }
}

async function installInto(
  place: string,
  { name, from }: { readonly name: string; readonly from: string },
): Promise<void> {
  const cache = join(place, '..');
  await mkdir(cache, { recursive: true });
  await chmod(cache, 0o755);
  const made = await mkdtemp(join(cache, `making-${name}-`));
  // A sandbox that root starts runs as the user nobody.
  await chmod(made, 0o755);
  await cp(from, made, { recursive: true });
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  await promisify(execFile)('npm', install, { cwd: made, env: { ...process.env, NODE_OPTIONS: '' } });
  const lay = join(made, 'bin', `install-${name}`);
  await mkdir(join(made, 'bin'));
  await writeFile(lay, '#!/bin/sh\nexec cp -R "$(dirname "$0")/../node_modules" node_modules\n');
  await chmod(lay, 0o755);
  // Another process may have been faster.
  await rename(made, place).catch(() => rm(made, { recursive: true, force: true }));
}
