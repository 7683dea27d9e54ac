import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from '../../ports/workspace.ts';
import { readTextBelow } from '../plain-files/read-plain-file.ts';

const readCapBytes = 16 * 1024 * 1024;

/** A workspace over existing folders; `close` runs once, however often it is disposed. */
export function openedWorkspace(places: {
  readonly root: string;
  readonly directory: string;
  readonly reports: string;
  readonly home: string;
  readonly temporary: string;
  readonly close: () => Promise<void>;
}): Workspace {
  const { root, directory, reports, home, temporary, close } = places;
  let closing: Promise<void> | null = null;
  return {
    root,
    directory: join(root, directory),
    reports,
    home,
    temporary,
    listReports: async () => {
      const entries = await readdir(reports, { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .toSorted();
    },
    view: () => ({ root, files: root, home, temporary, reports, bring: [], readOnly: [], writable: [] }),
    readResult: (path) => readTextBelow([root], join(root, directory, path), readCapBytes),
    read: (path) => readTextBelow([root, reports], path, readCapBytes),
    [Symbol.asyncDispose]: async () => {
      closing ??= close();
      await closing;
    },
  };
}
