// `node scripts/extract-julia-outcomes.ts CLONE > FILE`: what `npm run bench:real` reads, from a clone of
// https://github.com/svilupp/Julia-LLM-Leaderboard, bare or not. Its answers were tested by its authors; no Julia is needed.
import { execFileSync } from 'node:child_process';
import { evaluationFrom, outcomesOf } from './evidence/julia-outcomes.ts';

const mostBytes = 256 * 1024 * 1024;
const [clone] = process.argv.slice(2);
if (clone === undefined) {
  console.error('node scripts/extract-julia-outcomes.ts CLONE > FILE');
  process.exit(2);
}
const commit = git(['rev-parse', 'HEAD']).toString('utf8').trim();
const paths = git(['ls-tree', '-r', '-z', '--name-only', 'HEAD', 'code_generation/'])
  .toString('utf8')
  .split('\0')
  .filter((path) => /\/evaluation__[^/]*\.json$/.test(path));
const objects = blobs(git(['cat-file', '--batch'], paths.map((path) => `HEAD:${path}\n`).join('')));
const evaluations = [...objects].map((text) => evaluationFrom(JSON.parse(text)));
process.stdout.write(outcomesOf(evaluations, commit));
console.error(`${evaluations.length} tested answers at ${commit}`);

function git(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', clone ?? '', ...args], { input, maxBuffer: mostBytes });
}

/** The files in the output of `git cat-file --batch`: a line with the size, the bytes, and a line break each. */
function* blobs(batch: Buffer): Generator<string> {
  for (let at = 0; at < batch.length;) {
    const start = batch.indexOf('\n', at) + 1;
    const head = batch.toString('utf8', at, start - 1);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new Error(`git has not the whole file: ${head}`);
    yield batch.toString('utf8', start, start + size);
    at = start + size + 1;
  }
}
