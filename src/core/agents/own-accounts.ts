// Their key would have to lie in the box with generated code, and what they ask cannot be read on its way.
const ownAccounts: ReadonlySet<string> = new Set([
  ...['amp', 'auggie', 'cursor', 'cursor-agent', 'devin', 'droid', 'factory', 'jules', 'kiro', 'kiro-cli'],
]);

/** Whether an agent, by its name or that of its program, logs in only by an account of its own. */
export function hasOwnAccount(name: string): boolean {
  return ownAccounts.has(name.toLowerCase());
}
