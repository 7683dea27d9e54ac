import { quietGit } from './git-process.ts';

/** Whether the checkout is shallow, so that a base may have to be fetched first. */
export async function isShallowCheckout(
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  const said = await quietGit({ directory, environment }).raw(['rev-parse', '--is-shallow-repository']);
  return said.trim() === 'true';
}
