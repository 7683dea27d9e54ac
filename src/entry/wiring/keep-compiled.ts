import * as module from 'node:module';
import { keptFolder, makeOnlyOurs } from '../../adapters/process/kept-folder.ts';
import { hostVariable } from '../../adapters/process/environment.ts';

/**
 * Lets V8 keep what it compiles of the files that are loaded from now on, for the next start on this machine. Nothing is
 * kept where others could put code into the folder, where the machine ends with the job, and by a Node that cannot.
 */
export function keepCompiled(): void {
  if (hostVariable('RUNNER_ENVIRONMENT') === 'github-hosted') return;
  const folder = keptFolder('compiled');
  // Node 20 has no such cache.
  const { enableCompileCache }: Partial<typeof module> = module;
  if (makeOnlyOurs(folder)) enableCompileCache?.(folder);
}
