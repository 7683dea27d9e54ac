import { spawn } from 'node:child_process';
import { arch } from 'node:os';

/** What a program took with every process that it started, also those that outlived it. */
export type Whole = { readonly wallMs: number; readonly cpuMs: number };

// The processes of a program whose parent has ended would belong to the machine, and their time would be lost: here they
// belong to this small process (PR_SET_CHILD_SUBREAPER), which waits for all of them. It passes on the program's exit code.
const waiter = `
  syscall(${arch() === 'arm64' ? 167 : 157}, 36, 1, 0, 0, 0) == 0 or die "no subreaper: $!";
  my $first = fork() // die "no fork: $!";
  if ($first == 0) { exec { $ARGV[0] } @ARGV; exit 127 }
  my $code = 0;
  while ((my $ended = wait()) > 0) { $code = $? if $ended == $first }
  my (undef, undef, $user, $system) = times;
  print STDERR "\\ncpu ", $user + $system, "\\n";
  exit($code >> 8 || ($code & 127 ? 1 : 0));
`;

/** Runs a program to its end and to that of all that it started; throws what it said where it fails. */
export async function runWhole(
  argv: readonly string[],
  at: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Whole> {
  const begun = performance.now();
  const child = spawn('perl', ['-e', waiter, '--', ...argv], { ...at, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const wallMs = performance.now() - begun;
  const seconds = /\ncpu (.+)\n$/.exec(said)?.[1];
  if (code !== 0 || seconds === undefined) throw new Error(`${argv.join(' ')} ended with ${code}:\n${said}`);
  return { wallMs, cpuMs: Number(seconds) * 1000 };
}
