/** All shas come from `resolve`, so anything else is a bug of ours. */
export function fullSha(text: string): string {
  if (!/^[0-9a-f]{40}$/.test(text)) throw new Error(`not a full sha: ${text.slice(0, 60)}`);
  return text;
}
