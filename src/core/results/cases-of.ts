import { caseId, clip, withoutRoot } from './case-id.ts';
import type { Root } from './case-id.ts';
import type { FoundCase } from './formats/report-format.ts';
import type { TestCase } from './test-report.ts';

const caseLimit = 50_000;
const messageLimit = 2000;

/** The cases of one report in the order of the runner, with ids; null when there are more than any real suite has. */
export function casesOf(found: readonly FoundCase[], root: Root): readonly TestCase[] | null {
  if (found.length > caseLimit) return null;
  const cases: TestCase[] = [];
  for (const { file, names, status, message } of found) {
    const id = caseId({ file, names }, root);
    const clipped = status === 'failed' ? clip(withoutRoot(message, root), messageLimit) : '';
    if (id !== null) cases.push({ id, status, message: clipped });
  }
  return numbered(cases);
}

/** Adds a number to repeated ids from the second on, so that every id is unique. */
export function numbered(cases: readonly TestCase[]): readonly TestCase[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return cases.map((testCase) => {
    let count = counts.get(testCase.id) ?? 1;
    let id = testCase.id;
    while (taken.has(id)) {
      count += 1;
      id = `${testCase.id} #${count}`;
    }
    counts.set(testCase.id, count);
    taken.add(id);
    return { ...testCase, id };
  });
}
