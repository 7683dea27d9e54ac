import { tmpdir } from 'node:os';

/** The whole environment of a command that runs text of unknown origin: no variable of ours, no secret. */
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

/** Where programs are found on this machine. */
export function hostPath(): string {
  return process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
}

/** The folder below which our own temporary folders are made: the runner's, where there is one. */
export function hostTemporaryRoot(): string {
  return process.env['RUNNER_TEMP'] ?? tmpdir();
}

/** Value of a variable of our own environment; null when it is unset or empty. */
export function hostVariable(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}

/** Our own environment as it is: for git, which reads a few variables of it. Never for commands that run generated code. */
export function hostEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Sets a variable of our own environment until it is disposed; what we start without care inherits it. */
export function plantVariable(name: string, value: string): Disposable {
  process.env[name] = value;
  return {
    [Symbol.dispose]: () => {
      delete process.env[name];
    },
  };
}

/** The Node that runs us. */
export function ownNode(): string {
  return process.execPath;
}
