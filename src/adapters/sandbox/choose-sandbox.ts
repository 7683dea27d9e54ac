import type { SandboxLevel } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import { LevelUnavailableError, type OpenedSandbox } from './opened-sandbox.ts';

/** Opens each level; an isolating one throws LevelUnavailableError if it cannot be used. */
export type LevelOpeners = {
  readonly none: () => Promise<OpenedSandbox>;
  readonly bubblewrap: () => Promise<OpenedSandbox>;
  readonly docker: () => Promise<OpenedSandbox>;
};

/**
 * The sandbox of the requested level. Throws SANDBOX_UNAVAILABLE rather than run generated code with less isolation.
 */
export async function chooseSandbox(level: SandboxLevel, openers: LevelOpeners): Promise<OpenedSandbox> {
  switch (level) {
    case 'none':
      return openers.none();
    case 'bubblewrap':
    case 'docker':
      return firstOf([level], openers);
    case 'auto':
      return firstOf(['bubblewrap', 'docker'], openers);
  }
}

async function firstOf(
  levels: readonly Exclude<keyof LevelOpeners, 'none'>[],
  openers: LevelOpeners,
): Promise<OpenedSandbox> {
  const reasons: string[] = [];
  for (const level of levels) {
    try {
      return await openers[level]();
    } catch (error) {
      if (!(error instanceof LevelUnavailableError)) throw error;
      reasons.push(`${level}: ${error.message}`);
    }
  }
  throw new UserError(
    'SANDBOX_UNAVAILABLE',
    `no sandbox works here, so no generated code was run (${reasons.join('. ')}).`,
    'On Debian and Ubuntu, `sudo apt-get install -y --no-install-recommends bubblewrap` installs one. Set `sandbox: none` (config key or input) or `--sandbox none` only if generated code may run with all rights of this job.',
  );
}
