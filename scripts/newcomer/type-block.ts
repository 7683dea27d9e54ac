import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { hostVariable } from '../../src/adapters/process/environment.ts';
import { vendorKeys } from '../../src/testing/runs/action-world.ts';
import { gitEnvironment } from '../../src/testing/temporary-repository.ts';
import type { TypedBlock } from './typed-blocks.ts';

/** What a block printed; null as `failed` if every line ended with 0, otherwise the line that did not. */
export type Typed = { readonly failed: string | null; readonly said: string };

const ended = z.object({ code: z.unknown(), stdout: z.string(), stderr: z.string() });
const mark = '▶ ';

/** Types the lines of a block one after the other, in a shell whose npm has fetched nothing yet. */
export async function typeBlock(
  block: TypedBlock,
  at: { readonly folder: string; readonly cache: string; readonly node: string },
): Promise<Typed> {
  const script = block.map((line) => `echo ${quoted(mark + line)} >&2\n${line}`).join('\n');
  const env = {
    ...gitEnvironment,
    ...vendorKeys,
    PATH: `${dirname(at.node)}${delimiter}${gitEnvironment['PATH'] ?? ''}`,
    HOME: hostVariable('HOME') ?? at.cache,
    npm_config_cache: at.cache,
  };
  const run = await promisify(execFile)('sh', ['-e', '-c', script], {
    cwd: at.folder,
    env,
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => ended.parse(error),
  );
  const last = run.stderr.split('\n').findLast((line) => line.startsWith(mark)) ?? mark;
  return {
    failed: run.code === 0 ? null : last.slice(mark.length),
    said: `${run.stdout}${run.stderr}`,
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
