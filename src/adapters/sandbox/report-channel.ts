import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, unlink, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { atOnce } from '../../core/at-once.ts';

/** A file through which a command's reports come out; disposing it closes both ends. */
export type ReportChannel = AsyncDisposable & {
  readonly inside: FileHandle;
  readonly read: (mostBytes: number) => Promise<Buffer>;
};

/** Opens a channel. Its file has no name, so only the descriptors reach it. */
export async function openReportChannel(folder: string): Promise<ReportChannel> {
  const path = join(folder, `report-${randomUUID()}`);
  const outside = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600);
  const inside = await open(path, constants.O_WRONLY | constants.O_APPEND);
  await unlink(path);
  return {
    inside,
    read: async (mostBytes) => {
      const { size } = await outside.stat();
      const most = Math.min(size, mostBytes);
      const { buffer, bytesRead } = await outside.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.asyncDispose]: async () => {
      await atOnce([outside, inside], (file) => file.close());
    },
  };
}

/** A file without a name that holds this text, to be read once through its descriptor. */
export async function sealedFile(folder: string, text: string): Promise<FileHandle> {
  const path = join(folder, `arguments-${randomUUID()}`);
  await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  const file = await open(path, constants.O_RDONLY);
  await unlink(path);
  return file;
}
