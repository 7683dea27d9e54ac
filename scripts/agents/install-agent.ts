import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AgentPreset } from '../../src/core/agents/presets/preset.ts';

/** An agent as npm installs it. */
export type InstalledAgent = {
  /** The folder to put on PATH. */
  readonly programs: string;
  readonly bytes: number;
  /** Null when it was there already. */
  readonly seconds: number | null;
};

/** Installs the version of an agent that its preset was tried with, as `npm install -g` would in a folder of its own. */
export async function installAgent(
  folder: string,
  { packageName, smallestVersion }: Pick<AgentPreset, 'packageName' | 'smallestVersion'>,
): Promise<InstalledAgent> {
  const place = join(folder, `${packageName.replaceAll(/\W+/g, '-')}-${smallestVersion}`);
  const isThere = (await stat(place).catch(() => null)) !== null;
  const started = Date.now();
  if (!isThere) await install(place, `${packageName}@${smallestVersion}`);
  return {
    programs: join(place, 'bin'),
    bytes: await bytesBelow(place),
    seconds: isThere ? null : (Date.now() - started) / 1000,
  };
}

async function install(place: string, what: string): Promise<void> {
  const made = `${place}.part`;
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  const words = ['install', '--global', '--prefix', made, '--no-audit', '--no-fund', '--no-update-notifier'];
  await promisify(execFile)('npm', [...words, what], { env: { ...process.env, NODE_OPTIONS: '' } });
  await rename(made, place);
}

/** A file with two names counts once. */
async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => stat(join(parentPath, name))),
  );
  return [...new Map(files.map(({ ino, size }) => [ino, size])).values()].reduce((sum, one) => sum + one, 0);
}
