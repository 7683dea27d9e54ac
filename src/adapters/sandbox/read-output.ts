import { limits } from './limits.ts';

/** What the script inside wrote to its descriptor. */
export type SandboxOutput = {
  /** The tree was in place and the command was started. */
  readonly begun: boolean;
  /** Content by `report/<name>` or `bring/<index>`. If a name occurs twice, the last one counts. */
  readonly files: ReadonlyMap<string, Buffer>;
};

const line = /^(report\/(?!\.{1,2} )[A-Za-z0-9._-]{1,200}|bring\/\d{1,4}) ([A-Za-z0-9+/]*={0,2})$/;

/**
 * Treats the output of the sandbox as hostile: a line that is incomplete, not ours, too large or one too many is
 * ignored.
 */
export function readSandboxOutput(text: string): SandboxOutput {
  const lines = text.split('\n').slice(0, 2 * limits.outputFiles + 2);
  const files = new Map<string, Buffer>();
  for (const each of lines) {
    const [, name, encoded] = line.exec(each) ?? [];
    if (name === undefined || encoded === undefined || files.size >= limits.outputFiles + 1) continue;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length <= limits.outputFileBytes) files.set(name, bytes);
  }
  return { begun: lines[0] === 'begun', files };
}
