/**
 * Ends the process with exit code 2 where its output is lost: a reader such as `head` has seen enough and closes the
 * pipe, or the disk is full. A verdict that nobody can read must not look like one, red or green.
 */
export function endWithoutOutput(): void {
  const { stdout, stderr } = process;
  stdout.on('error', (error) => end(error, { lost: 'output', told: stderr }));
  stderr.on('error', (error) => end(error, { lost: 'log', told: stdout }));
}

function end(
  { code, message }: NodeJS.ErrnoException,
  { lost, told }: { readonly lost: string; readonly told: NodeJS.WriteStream },
): void {
  // Where the other stream is lost too, there is no place for a word.
  told.removeAllListeners('error').on('error', () => process.exit(2));
  const what = code === 'EPIPE' ? 'was closed before its end' : `could not be written (${message})`;
  told.write(`The ${lost} ${what}.\n`);
  process.exit(2);
}
