import type { TestCase, TestReport } from './test-report.ts';

/**
 * Makes one row of all tests that share an id, so that no test is taken for another whatever the order. The row
 * passes only if all of them passed. Its id says how many ran, so that a run with another number of them has no such
 * row.
 */
export function oneRowPerName(cases: readonly TestCase[]): readonly TestCase[] {
  const groups = new Map<string, [TestCase, ...TestCase[]]>();
  for (const each of cases) {
    const group = groups.get(each.id);
    if (group === undefined) groups.set(each.id, [each]);
    else group.push(each);
  }
  if (groups.size === cases.length) return cases;
  // Again, because a test may have the very name that we give to a row.
  return oneRowPerName([...groups.values()].map((group) => rowOf(group)));
}

function rowOf(group: readonly [TestCase, ...TestCase[]]): TestCase {
  const [first] = group;
  if (group.length === 1) return first;
  const ran = group.filter(({ status }) => status !== 'skipped');
  const count = ran.length === 0 ? group.length : ran.length;
  const id = `${first.id} (${count} ${count === 1 ? 'test' : 'tests'} of this name)`;
  const failed = ran.find(({ status }) => status === 'failed');
  return failed === undefined ? { ...first, status: ran[0]?.status ?? 'skipped', id } : { ...failed, id };
}

const rowEnding = / \(\d+ tests? of this name\)$/;

/** Whether an id stands for all tests of one name. Nobody can say which of them failed. */
export function isRow(id: string): boolean {
  return rowEnding.test(id);
}

/** The name that the tests of a row share; of other ids the id itself. */
function nameOf(id: string): string {
  return id.replace(rowEnding, '');
}

/**
 * What a report says of each test, with the expected tests that ran in another number than expected as failed. Tests
 * that it does not name at all are missing.
 */
export function statusesIn(
  { cases }: Pick<TestReport, 'cases'>,
  expected: readonly string[],
): ReadonlyMap<string, TestCase['status']> {
  const statuses = new Map(cases.map(({ id, status }) => [id, status]));
  const missing = expected.filter((id) => !statuses.has(id));
  if (missing.length === 0) return statuses;
  const names = new Set(cases.map(({ id }) => nameOf(id)));
  const miscounted = missing.filter((id) => names.has(nameOf(id)));
  return new Map([...statuses, ...miscounted.map((id) => [id, 'failed'] as const)]);
}
