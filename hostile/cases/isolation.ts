import { arch } from 'node:os';
import { callAttempts } from '../../src/adapters/sandbox/call-attempts.ts';
import { refusedCallNumbers } from '../../src/adapters/sandbox/seccomp-filters.ts';
import { keepSecret, withoutSecrets } from '../../src/adapters/process/secrets.ts';
import { endOf, heldIn, inNode, quoted, shellCase, type HostileCase, type World } from '../hostile-case.ts';

/** Attacks on what is around a command: the channel of its reports, the calls that it may make, its neighbours. */
export const isolationCases: readonly HostileCase[] = [
  shellCase(
    'the channel of the reports, through /proc',
    'reading, writing and cutting descriptor 3 of every process',
    {
      command: `for p in /proc/[0-9]*; do for d in 3 4 5 6; do
      [ "$p" = /proc/$$ ] && continue
      case $(readlink $p/fd/$d 2>/dev/null) in /*report*|/*deleted*) echo "ESCAPED $p/fd/$d is seen" ;; esac
      (echo 'report/jest.json e30=' >> $p/fd/$d) 2>/dev/null && echo "ESCAPED wrote $p/fd/$d"; done; done
      cat /.shell >/dev/null 2>&1 && echo ESCAPED the shell can be read; chmod 755 /.shell 2>/dev/null && echo ESCAPED the shell can be changed`,
    },
  ),
  shellCase(
    'the line that lets a command begin',
    'reading it, and reading or holding open the input of what is around the command',
    {
      command: `[ -z "$(timeout 5 cat)" ] || echo ESCAPED there is input
      for p in /proc/[0-9]*; do case $p in /proc/$$|/proc/self) continue ;; esac
      case $(readlink $p/fd/0 2>/dev/null) in pipe:*) echo "ESCAPED the input of $p is seen" ;; esac
      done`,
    },
  ),
  ending('killing the shell that sends the reports', 'kill -9 2; sleep 5', 'killed'),
  ending('killing all that can be killed', 'kill -9 -1; sleep 5', 'killed'),
  ending('stopping the shell that sends the reports', 'kill -STOP 2; exit 0', 'timed-out'),
  ending('pretending that it never began', 'exit 125', 'exited'),
  shellCase(
    'calls that tests have no use for',
    'ptrace, keyctl, bpf, userfaultfd, io_uring, memfd and sockets of other families',
    {
      command: `said=$(perl -e ${quoted(callAttempts(refusedCallNumbers[arch()] ?? {}))}); [ "$said" = end ] || echo "ESCAPED $said"; grep -q 'Seccomp:.2' /proc/self/status || echo ESCAPED no filter`,
    },
  ),
  shellCase('calls of another interface', 'the numbers of x32 and of programs of 32 bits', {
    command: `perl -e 'print "ESCAPED x32" if syscall(0x40000000 + 39) > 0'`,
  }),
  shellCase('keys of the session', '/proc/keys, and a key by its name', {
    command: `[ -n "$(cat /proc/keys /proc/key-users 2>/dev/null)" ] && echo ESCAPED keys are listed; keyctl show 2>/dev/null | grep -q key && echo ESCAPED keyctl works`,
  }),
  {
    name: 'memory in segments that no folder shows',
    tried: 'shmget of 1 GB, of 100 kB, and a memfd',
    attack: async (world) =>
      heldIn(
        await world.command(
          `perl -e 'for (1_000_000_000, 100_000) { my $id = shmget(0, $_, 01600); print "ESCAPED a segment of $_" if defined $id }'; echo TRIED`,
        ),
      ),
  },
  {
    name: 'memory of many processes together',
    tried: 'ten processes with 600 MB each',
    attack: async (world) => {
      const { run } = await world.command(
        `for i in 1 2 3 4 5 6 7 8 9 10; do perl -e '$x = "x" x 600_000_000; sleep 60' & done; wait`,
        40_000,
      );
      const { end } = run;
      return { isBlocked: end.kind === 'over-limit' && end.limit === 'memory', happened: endOf(run) };
    },
  },
  {
    name: 'empty files',
    tried: 'half a million of them in two folders',
    attack: async (world) => {
      const { run } = await world.command(
        `perl -e 'for my $d ("/tmp", $ENV{TMPDIR}) { for (1..250_000) { open(my $f, ">", "$d/f$_") } } sleep 60'`,
        40_000,
      );
      const { end } = run;
      return { isBlocked: end.kind === 'over-limit' && end.limit === 'files', happened: endOf(run) };
    },
  },
  {
    name: 'a folder deeper than any path leads',
    tried: '3,000 folders in each other, made by setup and by a test',
    attack: async (world) => {
      const dig = `node -e "for (let depth = 0; depth < 3000; depth += 1) { fs.mkdirSync('dd'); process.chdir('dd'); } console.log('TRIED')"`;
      const [inTest, inSetup] = [await world.command(dig), await world.setup(dig)];
      // What is left behind is found when the world ends.
      return heldIn({ ...inTest, said: `${inTest.said.includes('TRIED') ? '' : 'NOT '}${inSetup.said}` });
    },
  },
  {
    name: 'a setup and the abstract sockets of the machine',
    tried: 'connecting to one that the job opened',
    attack: async (world) =>
      heldIn(
        await world.setup(inNode(`await reach('abstract', { path: ${JSON.stringify(world.abstract)} });`)),
      ),
  },
  {
    name: 'a setup and the loopback address of the machine',
    tried: 'connecting to the port on which the job listens, by every name of it',
    attack: async (world) => ({
      ...heldIn(
        await world.setup(
          inNode(
            `await Promise.all(['127.0.0.1', '::1', '10.0.2.2'].map((host) => reach(host, { host, port: ${world.port} })));`,
          ),
        ),
      ),
      known:
        'without slirp4netns a setup has the network of the machine, which is said aloud (SECURITY.md, docs/security.md)',
    }),
  },
  {
    name: 'a key that is printed in pieces',
    tried: 'the key in two writes, in capitals of hexadecimal, and behind Bearer in base64',
    attack: async (world) => keyIn(world, keepSecret(`sk-${world.canary}`)),
  },
];

async function keyIn(
  world: World,
  key: string,
): Promise<{ readonly isBlocked: boolean; readonly happened: string }> {
  const [first, second] = [key.slice(0, 15), key.slice(15)];
  const coded = [
    Buffer.from(key).toString('hex').toUpperCase(),
    Buffer.from(`Bearer ${key}`).toString('base64'),
  ];
  const { said } = await world.command(
    `printf %s ${first}; sleep 0.3; printf '%s\\n' ${second}; echo ${coded.join(' ')} >&2; echo TRIED`,
  );
  const isShown =
    [key, second, ...coded].some((form) => said.includes(form)) || withoutSecrets(said) !== said;
  return {
    isBlocked: said.includes('TRIED') && !isShown,
    happened: isShown ? 'a key is shown' : said.replaceAll('\n', ' '),
  };
}

/** Whatever it does to what is around it, the command ends in this way and passes in no other. */
function ending(name: string, command: string, kind: 'killed' | 'timed-out' | 'exited'): HostileCase {
  return {
    name,
    tried: command,
    attack: async (world) => {
      const { run, reports } = await world.command(
        `echo '{}' > "$(dirname "$TMPDIR")/reports/forged.json"; ${command}`,
        2500,
      );
      const isAsExpected = run.end.kind === kind && (run.end.kind !== 'exited' || run.end.code !== 0);
      return {
        isBlocked: isAsExpected && (kind === 'exited' || reports.length === 0),
        happened: `${endOf(run)}, ${reports.length} reports came out`,
      };
    },
  };
}
