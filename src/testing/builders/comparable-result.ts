/** What of a result does not depend on which repository it is and how long it took. */
export function comparableResult(result: unknown): unknown {
  const { trigger: _, spent, ...rest } = Object(result);
  return { ...rest, spent: { ...spent, seconds: null } };
}
