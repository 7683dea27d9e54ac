import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { atOnce } from '../../../core/at-once.ts';
import type { Bound } from '../../../ports/sandbox.ts';
import { isReadable, isWithinOneOf } from './find-programs.ts';

/** Where agents are looked for, and for which user. */
export type AgentPlaces = {
  /** PATH of the agent. */
  readonly path: string;
  /** Folders that a pull request can fill: nothing in them is an agent. */
  readonly changeable: readonly string[];
  /** Commands run as user 65534. */
  readonly asNobody: boolean;
};

/** What of this machine an agent sees besides the programs that every command sees; or why there is no agent. */
export type FoundAgent =
  | { readonly kind: 'found'; readonly shown: readonly Bound[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'hidden'; readonly why: string };

/**
 * Finds the program on PATH. Its installation is shown, and nothing around it: what it keeps of accounts in HOME stays
 * unseen.
 */
export async function findAgent(program: string, places: AgentPlaces): Promise<FoundAgent> {
  let refused: FoundAgent = { kind: 'absent' };
  for (const folder of places.path.split(':').filter((entry) => entry.startsWith('/'))) {
    const real = await executable(join(folder, program));
    if (real === null) continue;
    const why = await whyHidden(folder, real, places);
    if (why === null) return { kind: 'found', shown: installationOf(real) };
    refused = { kind: 'hidden', why: `${join(folder, program)} ${why}` };
  }
  return refused;
}

async function executable(path: string): Promise<string | null> {
  try {
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return null;
  }
}

async function whyHidden(folder: string, real: string, places: AgentPlaces): Promise<string | null> {
  const changeable = await atOnce(places.changeable, (place) => realpath(place).catch(() => place));
  const around = changeable.find((place) => isWithinOneOf([place], real));
  if (around !== undefined || isWithinOneOf(changeable, await realpath(folder)))
    return `lies below ${around ?? folder}, where a pull request could change it`;
  const [{ from } = { from: real }] = installationOf(real);
  return (await isReadable(from, places.asNobody))
    ? null
    : 'cannot be read by user 65534, as whom it would run';
}

/** Of a package the outermost `node_modules`, in which its dependencies lie; of any other program the file alone. */
function installationOf(real: string): readonly Bound[] {
  const modules = real.indexOf('/node_modules/');
  const path = modules === -1 ? real : real.slice(0, modules + '/node_modules'.length);
  return /^\/(?:usr|bin|sbin)\//.test(path) ? [] : [{ from: path, to: path }];
}
