import { constants, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

/**
 * The complete environment of a command that runs text of unknown origin. It holds no variable of ours and no secret.
 */
export function cleanEnvironment(places: {
  readonly home: string;
  readonly path: string;
  readonly temporary: string;
}): Readonly<Record<string, string>> {
  return {
    PATH: places.path,
    HOME: places.home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    CI: 'true',
    TMPDIR: places.temporary,
  };
}

/** The PATH of this machine. */
export function hostPath(): string {
  return process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
}

/**
 * The folder for our own temporary folders: the runner's if there is one. Where root starts a sandbox, another user must
 * be able to enter it.
 */
export function hostTemporaryRoot(): string {
  const wanted = process.env['RUNNER_TEMP'] ?? tmpdir();
  if (process.getuid?.() !== 0 || othersMayEnter(wanted)) return wanted;
  return [tmpdir(), '/tmp', '/var/tmp'].find(othersMayEnter) ?? wanted;
}

/** Whether every user may walk to the folder. What is not there yet will be made by us. */
function othersMayEnter(folder: string): boolean {
  try {
    for (let place = realpathSync(folder); place !== '/'; place = dirname(place))
      if ((statSync(place).mode & constants.S_IXOTH) === 0) return false;
    return true;
  } catch {
    const around = dirname(folder);
    return around !== folder && othersMayEnter(around);
  }
}

/** Value of an environment variable of this process; null when it is unset or empty. */
export function hostVariable(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}

/**
 * The environment of this process as it is, for git, which reads a few variables of it. Never for commands that run
 * generated code.
 */
export function hostEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * Sets an environment variable of this process until it is disposed. A child that is started with the inherited
 * environment would see it.
 */
export function setVariable(name: string, value: string): Disposable {
  process.env[name] = value;
  return {
    [Symbol.dispose]: () => {
      delete process.env[name];
    },
  };
}

/** The user that we run as. It need not have a name: in containers it often has none. */
export function ownUser(): { readonly uid: number; readonly gid: number } {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}

/** The Node binary that runs this process. */
export function ownNode(): string {
  return process.execPath;
}
