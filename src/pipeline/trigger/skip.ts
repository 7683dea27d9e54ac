import type { Forge } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';

/** How a run that has nothing to do ends. */
export type Skipped = {
  /** Text for the job's summary page. */
  readonly said: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly exitCode: 0 | 1;
};

/**
 * Ends a run that has nothing to do. A green job of a skipped event would replace a red one on the same commit. So if
 * our check of that commit failed, this one fails too.
 */
export async function skip(
  of: { readonly why: string; readonly head: string | null },
  by: { readonly forge: Forge; readonly log: Log; readonly checkName: string },
): Promise<Skipped> {
  const { forge, log, checkName } = by;
  const earlier = of.head === null ? null : await forge.hasFailed({ name: checkName, head: of.head });
  if (earlier?.kind === 'failed') log.warn(`earlier check runs could not be read: ${earlier.why}`);
  const hasFailed = earlier?.kind === 'found' && earlier.value;
  const said = hasFailed
    ? `Nothing to do: ${of.why}. An earlier check of this commit failed, so this one fails too.`
    : `Nothing to do: ${of.why}.`;
  log.info(said);
  return {
    said,
    outputs: {
      conclusion: hasFailed ? 'failure' : 'neutral',
      regressions: '0',
      generations: '0',
      'cached-generations': '0',
      'has-work': 'false',
    },
    exitCode: hasFailed ? 1 : 0,
  };
}
