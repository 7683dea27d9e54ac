import { lifecycleOf } from '../../adapters/providers.ts';
import type { Audited } from '../../core/report/summary/audited.ts';
import { readHistory } from '../../core/audit/history-lines.ts';
import { audit } from '../../pipeline/audit/audit.ts';
import type { CheckRequest } from '../../pipeline/engine/run-request.ts';
import type { Ports } from '../../pipeline/engine/engine.ts';
import type { History } from '../../ports/history.ts';
import type { AskLifecycle } from '../../ports/lifecycle.ts';

/** Reads the history, resolves the anchor and audits one night. */
export async function auditNight(
  ports: Ports,
  request: CheckRequest,
  of: { readonly history: History | null; readonly keyOf: (variable: string) => string | null },
): Promise<Audited> {
  const { settings } = request;
  const anchor = settings.audit === undefined ? null : await ports.repository.resolve(settings.audit.anchor);
  const { entries, skipped } = readHistory((await of.history?.read())?.text ?? '');
  const skippedNote =
    skipped === 0 ? [] : [`${skipped} lines of the history branch are none of ours and were skipped.`];
  return audit(ports, {
    ...request,
    notes: [...request.notes, ...skippedNote],
    night: new Date(ports.clock.now()).toISOString().slice(0, 10),
    anchor,
    history: entries,
    lifecycleOf: lifecycles(of.keyOf),
  });
}

function lifecycles(keyOf: (variable: string) => string | null): AskLifecycle {
  return async (model, signal) => {
    const apiKey = model.apiKeyEnv === null ? null : keyOf(model.apiKeyEnv);
    try {
      return await lifecycleOf({ model, apiKey }, signal);
    } catch {
      // A vendor that does not answer, or a gateway without this endpoint, announces no end of the model.
      return { kind: 'unknown' };
    }
  };
}
