import { limits } from '../../src/adapters/sandbox/limits.ts';
import { endOf, inNode, type HostileCase, type World } from '../hostile-case.ts';

/** Attacks that use more resources than allowed. */
export const resourceCases: readonly HostileCase[] = [
  {
    ...refused(
      'memory, in Node',
      inNode(`const kept = []; for (;;) kept.push(Buffer.alloc(50_000_000, 1)); console.log('ESCAPED')`),
    ),
    asRootToo: true,
  },
  {
    ...refused(
      'memory, in the shell',
      'x=$(head -c 3000000000 /dev/zero | tr "\\0" x) && echo "ESCAPED ${#x}"',
    ),
    asRootToo: true,
  },
  refused('/tmp', 'head -c 400000000 /dev/zero | split -b 30000000 - /tmp/part && echo ESCAPED'),
  refused('/dev/shm', 'head -c 200000000 /dev/zero | split -b 30000000 - /dev/shm/part && echo ESCAPED'),
  refused('HOME', 'head -c 200000000 /dev/zero | split -b 30000000 - "$HOME/part" && echo ESCAPED'),
  refused('the tree', 'head -c 900000000 /dev/zero | split -b 60000000 - src/part && echo ESCAPED'),
  refused('one large file', 'head -c 200000000 /dev/zero > src/large && echo ESCAPED'),
  refused('one sparse file', 'truncate -s 900G src/sparse && echo ESCAPED'),
  {
    name: 'reports beyond the cap',
    tried: 'a report of 60 MB, and two thousand reports',
    attack: async (world) => {
      const { reports, reportBytesOnDisk } = await world.command(
        'r=$(dirname "$TMPDIR")/reports; cd "$r" && yes | head -c 60000000 > aa.json; for i in $(seq 2000); do echo {} > b$i.json; done; echo TRIED',
        20_000,
      );
      // Of a report that is too large, only name and size are known outside.
      const isBlocked = reports.length <= limits.outputFiles && reportBytesOnDisk < 16 * 1024 * 1024;
      const kib = Math.round(reportBytesOnDisk / 1024);
      return { isBlocked, happened: `${reports.length} reports came out, with ${kib} KiB` };
    },
  },
  flooding('output without end', 'yes 0123456789', 'timed-out'),
  flooding(
    'output without end, by twenty at once',
    'for i in $(seq 20); do yes $i & yes $i >&2 & done; wait',
    'timed-out',
  ),
  flooding('one line of 100 MB', "head -c 100000000 /dev/zero | tr '\\0' x", 'exited'),
  flooding(
    'bytes that are no text',
    "head -c 3000000 /dev/urandom; printf '\\377\\376\\000\\033]0;evil\\007'",
    'exited',
  ),
  {
    name: 'raising its own limits',
    tried: 'ulimit, prlimit and nice',
    attack: async (world) => {
      const { said } = await world.command(
        'for f in u n f d; do ulimit -H$f unlimited 2>/dev/null && echo ESCAPED $f; done; prlimit --pid $$ --nproc=100000:100000 2>/dev/null && echo ESCAPED prlimit; renice -n -5 $$ >/dev/null 2>&1 && echo ESCAPED nice; echo TRIED',
      );
      const escaped = /ESCAPED.*/.exec(said)?.[0];
      return { isBlocked: escaped === undefined && said.includes('TRIED'), happened: escaped ?? 'refused' };
    },
  },
];

function refused(what: string, command: string): HostileCase {
  return {
    name: `filling ${what}`,
    tried: command.replaceAll(/\s+/g, ' ').slice(-80),
    attack: async (world) => {
      const before = process.memoryUsage.rss();
      const started = performance.now();
      const timeoutMs = 10_000;
      const { run, said } = await world.command(command, timeoutMs);
      const grownMb = Math.round((process.memoryUsage.rss() - before) / 1e6);
      const isBlocked = !said.includes('ESCAPED') && performance.now() - started < timeoutMs + 2000;
      return { isBlocked, happened: `${endOf(run)}, we grew by ${Math.max(0, grownMb)} MB` };
    },
  };
}

function flooding(what: string, command: string, end: 'exited' | 'timed-out'): HostileCase {
  return {
    name: what,
    tried: command.slice(0, 70),
    attack: async (world: World) => {
      const before = process.memoryUsage.rss();
      const started = performance.now();
      const timeoutMs = end === 'timed-out' ? 1500 : 8000;
      const { run } = await world.command(command, timeoutMs);
      const kept = run.stdout.text.length + run.stderr.text.length;
      const grownMb = (process.memoryUsage.rss() - before) / 1e6;
      const isInTime = performance.now() - started < timeoutMs + 2000;
      return {
        isBlocked: run.end.kind === end && isInTime && kept < 5_000_000 && grownMb < 300,
        happened: `${endOf(run)}, kept ${kept} characters and dropped ${run.stdout.droppedBytes + run.stderr.droppedBytes} bytes`,
      };
    },
  };
}
