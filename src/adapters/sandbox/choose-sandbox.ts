import type { SandboxLevel } from '../../core/plan/settings.ts';
import { UserError } from '../../errors.ts';
import type { Sandbox } from '../../ports/sandbox.ts';
import { bareSandbox } from './bare.ts';

/** The sandbox of the asked level; throws SANDBOX_UNAVAILABLE rather than run generated code with less. */
export function chooseSandbox(level: SandboxLevel): Sandbox {
  switch (level) {
    case 'none':
      return bareSandbox();
    case 'auto':
    case 'bubblewrap':
    case 'docker':
      throw new UserError(
        'SANDBOX_UNAVAILABLE',
        `this version only knows \`sandbox: none\`, not \`sandbox: ${level}\`; no generated code was run.`,
        'If generated code may run with the rights of this job, say `sandbox: none` (config key or input) or `--sandbox none`, in a job that holds no secrets you would not show it.',
      );
  }
}
