import { chmod, chown, copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boxPlaces } from '../../core/agents/box-places.ts';
import type { FilledStart } from '../../core/agents/fill-start.ts';
import { answerLimits } from '../../core/generation/path-rules.ts';
import type { TextFile } from '../../core/specs/spec.ts';
import type { Bound, View } from '../../ports/sandbox.ts';
import { writeNewFile } from '../plain-files/safe-path.ts';

/** One run's folders outside of the box. Disposing removes them. */
export type LaidBox = AsyncDisposable & {
  readonly view: View;
  readonly command: string;
  /** Where the proxy has to listen. */
  readonly socket: string;
  /** The list of what the agent left, and the files that it wrote. */
  readonly list: string;
  readonly brought: string;
};

/** What is laid. */
export type BoxContent = {
  readonly files: readonly TextFile[];
  readonly start: Pick<FilledStart, 'argv' | 'seeds' | 'stdin'>;
  /** The agent's installation. */
  readonly shown: readonly Bound[];
};

/** How boxes are made on this machine. */
export type BoxTools = {
  readonly temporaryRoot: string;
  /** Absolute path of the program that starts agents, and the Node to run it with. */
  readonly bridge: string;
  readonly node: string;
  readonly asNobody: boolean;
};

/** Lays the folder of an agent and what starts it. */
export async function layBox(
  { files, start, shown }: BoxContent,
  { temporaryRoot, bridge, node, asNobody }: BoxTools,
): Promise<LaidBox> {
  const place = await mkdtemp(join(await rootFor(temporaryRoot), 'spec-portability-agent-'));
  const [tree, inner, brought, list] = ['tree', 'bridge', 'brought', 'list'].map((name) => join(place, name));
  if (tree === undefined || inner === undefined || brought === undefined || list === undefined)
    throw new Error('four names make four paths');
  await mkdir(tree);
  await mkdir(inner, { mode: 0o700 });
  for (const { path, text } of files) await writeNewFile(tree, path, text);
  await copyFile(bridge, join(inner, 'agent-bridge.mjs'));
  const { argv, seeds, stdin: task } = start;
  const { port } = boxPlaces;
  const socket = join(boxPlaces.bridge, socketName);
  await writeFile(join(inner, 'start.json'), JSON.stringify({ argv, seeds, task, port, socket }));
  // Only the user of the box may enter: whoever reaches the socket can ask the model.
  if (asNobody) await chown(inner, 65534, 65534);
  await chmod(place, asNobody ? 0o755 : 0o700);
  return {
    view: {
      ...{ root: boxPlaces.work, files: tree, home: boxPlaces.home, temporary: boxPlaces.temporary },
      ...{ reports: null, bring: { directory: boxPlaces.work, files: [], to: brought, list } },
      mostReportBytes: answerLimits.bytes,
      readOnly: [{ from: inner, to: boxPlaces.bridge }, ...shown],
      writable: [],
    },
    command: `exec '${node}' ${boxPlaces.bridge}/agent-bridge.mjs ${boxPlaces.bridge}/start.json`,
    socket: join(inner, socketName),
    ...{ list, brought },
    [Symbol.asyncDispose]: () => rm(place, { recursive: true, force: true }),
  };
}

const socketName = 'model.sock';

/** The kernel takes no longer path of a socket than 107 bytes. */
async function rootFor(temporaryRoot: string): Promise<string> {
  await mkdir(temporaryRoot, { recursive: true });
  const root = await realpath(temporaryRoot);
  return root.length <= 70 ? root : realpath(tmpdir());
}
