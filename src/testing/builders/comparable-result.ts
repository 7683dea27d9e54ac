/** The parts of a result that do not depend on the repository and on how long the run took. */
export function comparableResult(result: unknown): unknown {
  const { trigger: _, spent, ...rest } = Object(result);
  return { ...rest, spent: { ...spent, seconds: null } };
}
