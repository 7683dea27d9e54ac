import type { JudgeChoice, TestRun } from '../results/test-report.ts';

/**
 * Chooses the judge by two runs on the head's own tree. The base's counts where it says at least what the head's says:
 * what it says more, a change could have switched off. Otherwise the base's no longer fits this tree, and the head's
 * counts. `byBase` is null where the base's judge could not be put there, or could not be set up.
 */
export function chooseJudge({
  byHead,
  byBase,
}: {
  readonly byHead: TestRun;
  readonly byBase: TestRun | null;
}): JudgeChoice {
  if (byBase === null) return { by: 'head', agree: false };
  const [head, base] = [resultsOf(byHead), resultsOf(byBase)];
  const said = [...head].filter(([, status]) => status !== 'skipped');
  const saysAsMuch = said.every(([test, status]) => base.get(test) === status);
  const isEqual = head.size === base.size && [...head].every(([test, status]) => base.get(test) === status);
  const agree = isEqual && endOf(byHead) === endOf(byBase);
  const saysMore = [...base.values()].filter((status) => status !== 'skipped').length > said.length;
  return { agree, by: agree || (saysAsMuch && saysMore) ? 'base' : 'head' };
}

function resultsOf({ report }: TestRun): ReadonlyMap<string, string> {
  return new Map((report?.cases ?? []).map(({ id, status }) => [id, status]));
}

// A code other than 0 says the same whatever it is.
function endOf({ run: { end } }: TestRun): string {
  return end.kind === 'exited' ? (end.code === 0 ? 'green' : 'red') : end.kind;
}
