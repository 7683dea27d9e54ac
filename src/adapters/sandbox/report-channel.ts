import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, read, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

// Opened and closed without promises: a test waits for these small calls, and each would take more time in the pool of
// threads than by itself.

/** A descriptor of ours; disposing closes it. */
export type OpenFile = Disposable & { readonly fd: number };

/** A file through which a command's reports come out; disposing it closes both ends. */
export type ReportChannel = Disposable & {
  readonly inside: Pick<OpenFile, 'fd'>;
  /** Whether nothing was written to it: the command has not begun. */
  readonly isEmpty: () => boolean;
  readonly read: (mostBytes: number) => Promise<Buffer>;
};

/** Opens a channel. Its file has no name, so only the descriptors reach it. */
export function openReportChannel(folder: string): ReportChannel {
  const path = join(folder, `report-${randomUUID()}`);
  const outside = openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600);
  const inside = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  unlinkSync(path);
  return {
    inside: { fd: inside },
    isEmpty: () => fstatSync(outside).size === 0,
    read: async (mostBytes) => {
      const most = Math.min(fstatSync(outside).size, mostBytes);
      const { buffer, bytesRead } = await promisify(read)(outside, Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.dispose]: () => {
      for (const file of [outside, inside]) closeSync(file);
    },
  };
}

/** A file without a name that holds this text, to be read once through its descriptor. */
export function sealedFile(folder: string, text: string): OpenFile {
  const path = join(folder, `arguments-${randomUUID()}`);
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
  const file = openToRead(path);
  unlinkSync(path);
  return file;
}

/** Opens a file to be read from its start. */
export function openToRead(path: string): OpenFile {
  const fd = openSync(path, constants.O_RDONLY);
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}
