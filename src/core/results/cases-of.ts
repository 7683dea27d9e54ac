import { caseId, clip, withoutRoot } from './case-id.ts';
import type { Root } from './case-id.ts';
import type { FoundCase } from './formats/report-format.ts';
import { oneRowPerName } from './repeated-tests.ts';
import type { TestCase } from './test-report.ts';

const messageLimit = 2000;

/** The cases of all reports of a run in the order of the runner, each id once; null when there are too many. */
export function casesOf(
  found: readonly FoundCase[],
  root: Root,
  mostTests: number,
): readonly TestCase[] | null {
  if (found.length > mostTests) return null;
  const named = found.flatMap((each) => {
    const id = caseId(each, root);
    return id === null ? [] : [{ each, id }];
  });
  const shared = sharedByClasses(named);
  const cases = named.map(({ each, id }) => ({
    id: shared.has(id) ? (caseId(withClass(each), root) ?? id) : id,
    status: each.status,
    message: each.status === 'failed' ? clip(withoutRoot(each.message, root), messageLimit) : '',
  }));
  return oneRowPerName(cases);
}

/** Ids that tests of different classes share. */
function sharedByClasses(
  named: readonly { readonly each: FoundCase; readonly id: string }[],
): ReadonlySet<string> {
  const classes = new Map<string, string>();
  const shared = new Set<string>();
  for (const { each, id } of named) {
    const className = each.className ?? '';
    if ((classes.get(id) ?? className) !== className) shared.add(id);
    classes.set(id, className);
  }
  return shared;
}

function withClass({ file, names, className = '' }: FoundCase): Pick<FoundCase, 'file' | 'names'> {
  return className === '' ? { file, names } : { file, names: names.toSpliced(-1, 0, className) };
}
