import { limits } from './limits.ts';

/** What the script inside wrote to its descriptor. */
export type Brought = {
  /** The tree was in place and the command was started. */
  readonly begun: boolean;
  /** Content by `report/<name>` or `bring/<index>`; of a name said twice, the last. */
  readonly files: ReadonlyMap<string, Buffer>;
};

const line = /^(report\/(?!\.{1,2} )[A-Za-z0-9._-]{1,200}|bring\/\d{1,4}) ([A-Za-z0-9+/]*={0,2})$/;

/** Reads what came out of the sandbox as hostile: whatever is no whole line of ours, too large or too much is left out. */
export function readBrought(text: string): Brought {
  const lines = text.split('\n').slice(0, 2 * limits.broughtFiles + 2);
  const files = new Map<string, Buffer>();
  for (const each of lines) {
    const [, name, encoded] = line.exec(each) ?? [];
    if (name === undefined || encoded === undefined || files.size >= limits.broughtFiles + 1) continue;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length <= limits.broughtFileBytes) files.set(name, bytes);
  }
  return { begun: lines[0] === 'begun', files };
}
