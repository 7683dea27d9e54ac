// What promptfoo calls as its assertion and the floor as its test: an answer's file beside the tests, and the command on it.
// With no command the answer is only read. No type annotations: promptfoo loads the file as it is.
'use strict';
const { execFile } = require('node:child_process');
const { cp, mkdir, mkdtemp, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

module.exports = async (output) => {
  const found = /^=== FILE \S+ (\S+) ===\n([^]*?)^=== END \S+ ===$/m.exec(output);
  if (found === null) return false;
  const command = process.env.PEERS_COMMAND;
  if (command === '') return true;
  const folder = await mkdtemp(join(tmpdir(), 'peers-cell-'));
  try {
    await cp(process.env.PEERS_TREE, folder, { recursive: true });
    const path = join(folder, found[1]);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, found[2]);
    return await new Promise((resolve) => {
      execFile('/bin/sh', ['-c', command], { cwd: folder }, (error) => resolve(error === null));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
