import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A Node 20, the oldest version that is promised to work: the machine's own if it has one, otherwise that of the
 * registry.
 */
export async function oldestNode(): Promise<string> {
  // npm puts the Node of the tests first.
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  const own = await run('node', ['-p', 'process.execPath'], { env: { PATH: path } }).catch(() => null);
  const version = own === null ? null : await run(own.stdout.trim(), ['--version']);
  if (own !== null && version?.stdout.startsWith('v20.') === true) return own.stdout.trim();
  return nodeOf('20.19.0');
}

/** The Node of a version, from the registry. */
export async function nodeOf(version: string): Promise<string> {
  const { stdout } = await run('npx', ['-y', `node@${version}`, '-p', 'process.execPath']);
  return stdout.trim();
}
