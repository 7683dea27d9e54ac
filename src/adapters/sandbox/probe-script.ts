/** Places that the probes must not be able to reach. */
export type ProbeTargets = {
  readonly canary: string;
  readonly protectedFile: string;
  readonly protectedFolder: string;
  readonly dependency: string;
  /** A file that is not there, in the HOME of the machine. */
  readonly homeFile: string;
  readonly hostFile: string;
  /** Path outside the sandbox of the tree's content. */
  readonly hostFolder: string;
  /** A Perl program that makes calls that the filter refuses. */
  readonly attempts: string;
};

/** The probes that the script answers. Each text says what it means if the probe found nothing. */
export const probeNames = {
  environment: 'no variable of the job can be read',
  commandLines: 'no command line shows a path or a secret',
  processes: 'only its own processes are seen',
  descriptors: 'no descriptor is inherited',
  root: 'no way to become root',
  namespaces: 'no new user namespace',
  network: 'no address of the network answers',
  names: 'no name is resolved',
  metadata: 'no metadata service answers',
  docker: 'no Docker socket',
  system: 'the system cannot be written',
  tests: 'tests and dependencies cannot be changed',
  home: 'HOME of the machine is not there',
  processLimit: 'the limit of processes binds',
  calls: 'calls that tests have no use for are refused',
  channel: 'the channel of the reports cannot be opened',
  keyring: 'no key of the job can be seen',
} as const;

/**
 * Runs inside, on Node: really tries each attack and prints one JSON line: probe name → '' (blocked) or what
 * happened.
 */
export const probeScript = `
import { spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { appendFileSync, existsSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
const targets = JSON.parse(Buffer.from(process.argv[1], 'base64').toString());
const read = (path) => { try { return readFileSync(path, 'latin1'); } catch { return ''; } };
const pids = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
const succeeds = (attempt, what) => { try { attempt(); return what; } catch { return ''; } };
const runs = (command, what) => (spawnSync(command[0], command.slice(1), { timeout: 3000 }).status === 0 ? what : '');
const reaches = (host, port) => new Promise((resolve) => {
  const socket = connect({ host, port, timeout: 500 });
  const end = (said) => { socket.destroy(); resolve(said); };
  socket.on('connect', () => end('connected to ' + host));
  socket.on('timeout', () => end('no error from ' + host));
  socket.on('error', (error) => end(error.code === 'ECONNREFUSED' ? 'refused by ' + host : ''));
});
const first = (...said) => said.find((one) => one !== '') ?? '';
// Seen from outside.
succeeds(() => writeFileSync(targets.homeFile, ''), '');
const environments = JSON.stringify(process.env) + pids.map((pid) => read('/proc/' + pid + '/environ')).join('');
const commandLines = pids.map((pid) => (Number(pid) === process.pid ? '' : read('/proc/' + pid + '/cmdline'))).join(' ');
const isCanary = (text) => (text.includes(targets.canary) ? 'the canary was found' : '');
const limit = spawnSync('prlimit', ['--nproc=16:16', '/bin/sh', '-c', 'i=0; while [ $i -lt 40 ]; do sleep 2 >/dev/null 2>&1 & i=$((i+1)); done; echo all'], { timeout: 5000 });
const maximum = Math.min(Number(/Max processes +[0-9]+ +([0-9]+)/.exec(read('/proc/self/limits'))?.[1] ?? Infinity), Number(read('/sys/fs/cgroup/pids.max').trim() || Infinity) || Infinity);
// Without perl only the filter itself can be seen.
const tried = spawnSync('perl', ['-e', targets.attempts], { encoding: 'utf8' });
const unrefused = tried.error ? '' : tried.status === 0 ? tried.stdout.replace(/(?:, )?end$/, '') : 'the attempts ended with ' + tried.status + ' ' + tried.signal;
console.log(JSON.stringify({
  environment: isCanary(environments),
  commandLines: first(isCanary(commandLines), commandLines.includes(targets.hostFolder) ? 'a path of the machine is shown' : ''),
  processes: pids.length > 8 ? pids.length + ' processes are seen' : '',
  descriptors: readdirSync('/proc/1/fd').concat(spawnSync('/bin/sh', ['-c', 'echo /proc/$$/fd/*'], { encoding: 'utf8' }).stdout.trim().split(' ').map((path) => path.slice(path.lastIndexOf('/') + 1))).some((fd) => Number(fd) > 9) ? 'more than the standard ones' : '',
  root: first(process.getuid() === 0 ? 'is root' : '', runs(['sudo', '-n', 'true'], 'sudo works'), runs(['setpriv', '--reuid', '0', 'true'], 'setpriv works')),
  namespaces: runs(['unshare', '-U', 'true'], 'unshare -U works'),
  network: await reaches('1.1.1.1', 443),
  names: await lookup('example.com').then(() => 'example.com has an address', () => ''),
  metadata: await reaches('169.254.169.254', 80),
  docker: first(existsSync('/run/docker.sock') ? '/run/docker.sock' : '', existsSync('/var/run/docker.sock') ? '/var/run/docker.sock' : ''),
  system: first(succeeds(() => writeFileSync('/usr/planted', ''), '/usr'), succeeds(() => writeFileSync('/etc/planted', ''), '/etc'), succeeds(() => writeFileSync('/planted', ''), '/')),
  tests: first(
    succeeds(() => appendFileSync(targets.protectedFile, 'x'), 'a test was written'),
    succeeds(() => renameSync(targets.protectedFolder, targets.protectedFolder + '.away'), 'a folder of tests was moved'),
    succeeds(() => writeFileSync(targets.dependency + '/planted', ''), 'a dependency was written'),
  ),
  home: succeeds(() => readFileSync(targets.hostFile), 'a file of the machine was read'),
  calls: first(unrefused === '' ? '' : 'not refused: ' + unrefused, /^Seccomp:\\s+2$/m.test(read('/proc/self/status')) ? '' : 'there is no filter'),
  channel: first(...pids.filter((pid) => Number(pid) !== process.pid).map((pid) => succeeds(() => readlinkSync('/proc/' + pid + '/fd/3'), 'descriptor 3 of process ' + pid))),
  keyring: read('/proc/keys') === '' ? '' : '/proc/keys can be read',
  processLimit: first(limit.stdout?.toString().includes('all') ? 'it does not' : '', maximum > 256 ? 'it is ' + maximum : ''),
}));
`;
