/** What promptfoo counts in one evaluation. */
export type PromptfooCounts = { readonly passed: number; readonly failed: number; readonly errors: number };

/**
 * The exit code of `promptfoo eval` 0.123.1: 100 where the share of passes among all cells, of all prompts and all
 * providers together, is below PROMPTFOO_PASS_RATE_THRESHOLD, which is 100 % unless it is set. An error is no pass.
 */
export function promptfooExitCode({ passed, failed, errors }: PromptfooCounts, threshold = 100): 0 | 100 {
  const all = passed + failed + errors;
  const passRate = all === 0 ? 0 : (passed / all) * 100;
  return passRate < threshold ? 100 : 0;
}
