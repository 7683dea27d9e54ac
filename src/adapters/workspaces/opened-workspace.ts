import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../ports/workspace.ts';
import { readTextBelow } from '../plain-files/read-plain-file.ts';
import { forgetResults, readFiles, resultsIn } from './result-files.ts';

const readCapBytes = 16 * 1024 * 1024;

/** A workspace over existing folders; `close` runs once, however often it is disposed. */
export function openedWorkspace(places: {
  readonly root: string;
  readonly directory: string;
  readonly reports: string;
  readonly home: string;
  readonly temporary: string;
  /** Missing: no command can change the files that judge. */
  readonly isJudgeChanged?: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}): Workspace {
  const { root, directory, reports, home, temporary, close } = places;
  let closing: Promise<void> | null = null;
  const tree = { root, directory: join(root, directory) };
  return {
    ...tree,
    reports,
    home,
    temporary,
    listReports: () => namesIn(reports),
    view: async (wanted) => {
      await forgetResults(tree, wanted?.files ?? []);
      return {
        ...{ root, files: root, home, temporary, reports, readOnly: [], writable: [] },
        ...{ bring: null, mostReportBytes: wanted?.mostBytes ?? readCapBytes },
      };
    },
    readResults: (wanted) => resultsIn(tree, wanted),
    readReports: async (mostBytes) =>
      readFiles({ root: reports, directory: reports }, { paths: await namesIn(reports), mostBytes }),
    read: (path) => readTextBelow([root, reports], path, readCapBytes),
    isJudgeChanged: async () => (await places.isJudgeChanged?.()) ?? false,
    [Symbol.asyncDispose]: async () => {
      closing ??= close();
      await closing;
    },
  };
}

// Without promises: through the pool of threads this small call would take more time than by itself.
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();
  } catch {
    // A command may have removed it.
    return [];
  }
}
