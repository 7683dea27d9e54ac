import type { ActionsRuntime } from '../../adapters/github/actions-runtime.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import type { ExitCode } from '../wiring/fail.ts';

/**
 * Ends a run that has nothing to do. A green job of a skipped event would replace a red one on the same commit. So if
 * our check of that commit failed, this one fails too.
 */
export async function skip(
  of: { readonly why: string; readonly head: string | null },
  by: {
    readonly forge: Forge;
    readonly log: Log;
    readonly runtime: ActionsRuntime;
    readonly checkName: string;
  },
): Promise<ExitCode> {
  const { forge, log, runtime, checkName } = by;
  const earlier = of.head === null ? null : await forge.hasFailed({ name: checkName, head: of.head });
  if (earlier?.kind === 'failed') log.warn(`earlier check runs could not be read: ${earlier.why}`);
  const hasFailed = earlier?.kind === 'found' && earlier.value;
  const said = hasFailed
    ? `Nothing to do: ${of.why}. The check of this commit failed before, and that stands.`
    : `Nothing to do: ${of.why}.`;
  log.info(said);
  await runtime.writeSummary(`${said}\n`);
  await runtime.setOutputs({
    conclusion: hasFailed ? 'failure' : 'neutral',
    regressions: '0',
    generations: '0',
    'cached-generations': '0',
    'has-work': 'false',
  });
  return hasFailed ? 1 : 0;
}
