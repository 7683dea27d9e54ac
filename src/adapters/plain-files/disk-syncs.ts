import { fdatasync, fsync } from 'node:fs';
import { promisify } from 'node:util';

/**
 * The calls that bring what is written to an open file, or listed by an open folder, to disk. Each may wait for the disk,
 * so they are the only ones of a durable write that go through the pool of threads. An object, so that a test can watch
 * them.
 */
export const diskSyncs = { data: promisify(fdatasync), folder: promisify(fsync) };
