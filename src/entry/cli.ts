#!/usr/bin/env node
import { keepCompiled } from './wiring/keep-compiled.ts';
import { tooOldNode } from './wiring/too-old-node.ts';

const tooOld = tooOldNode(process.versions.node);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(2);
}

// Everything else comes after: an old Node might not even read it, and only what is loaded later is kept compiled.
keepCompiled();
await import('./command-line.ts');
