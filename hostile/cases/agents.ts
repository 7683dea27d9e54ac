import { execFileSync } from 'node:child_process';
import type { HostileCase } from '../hostile-case.ts';
import { agentCase } from './agent-case.ts';
import { agentRequestCases } from './agent-requests.ts';

/** Attacks of a coding agent on what is around its box. */
export const agentCases: readonly HostileCase[] = [
  agentCase(
    'an agent that reads everywhere',
    'every file that can be read, the environment and command line of every process, the folders around its own, the vendor’s headers',
    {
      asRootToo: true,
      script: `
const start = (at) => { const file = fs.openSync(at, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK); const bytes = Buffer.alloc(2000); try { return bytes.toString('latin1', 0, fs.readSync(file, bytes)); } finally { fs.closeSync(file); } };
const look = (path, depth) => { let names = []; try { names = fs.readdirSync(path); } catch { return; } for (const name of names) { const at = path + (path === '/' ? '' : '/') + name; if (/^\\/(?:usr|lib|lib64|bin|sbin|sys|dev|etc\\/ssl)/.test(at)) continue; let s; try { s = fs.lstatSync(at); } catch { continue; } if (s.isDirectory() && depth > 0) look(at, depth - 1); else if (s.isFile() && s.size < 100_000) try { console.log(at + ' ' + hunted(start(at))); } catch {} } };
for (const folder of ['/agent', '/home', '/root', '/tmp', '/etc', '/bridge', '/agents']) look(folder, 3);
for (const folder of ['/proc', '/proc/1', '/proc/self', '/proc/1/fd']) look(folder, 0);
look('/', 1);
for (const pid of fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) for (const name of ['environ', 'cmdline', 'root/etc/passwd']) try { console.log(hunted(fs.readFileSync('/proc/' + pid + '/' + name, 'latin1'))); } catch {}
for (const path of ['.git', 'test', '../test', '../.git', process.env.HOME + '/.ssh']) if (fs.existsSync(path)) console.log('ESCAPED found ' + path);`,
    },
  ),
  agentCase(
    'an agent that opens sockets',
    'TCP to the machine and the internet, a unix socket of the machine by path and by abstract name, a datagram, name look-ups',
    {
      script: `
const reach = (what, options) => new Promise((done) => { const socket = net.connect({ timeout: 900, ...options }); const end = () => { socket.destroy(); done(); }; socket.on('connect', () => { console.log('ESCAPED reached ' + what); end(); }); socket.on('error', end); socket.on('timeout', end); });
await reach('the machine', { host: '127.0.0.1', port: PORT }); await reach('the internet', { host: '1.1.1.1', port: 443 });
await reach('a socket', { path: SOCKET }); await reach('an abstract socket', { path: ABSTRACT }); await reach('metadata', { host: '169.254.169.254', port: 80 });
for (const name of fs.readdirSync('/bridge')) if (name.endsWith('.sock') && name !== 'model.sock') console.log('ESCAPED another socket ' + name);`,
    },
  ),
  agentCase(
    'an agent that forks and stays',
    'a fork bomb, daemons in sessions of their own, ignored signals',
    {
      minutes: 0.15,
      script: `
process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {});
for (let i = 0; i < 20; i += 1) try { spawn('setsid', ['sh', '-c', '(sleep 86507 &) ; sleep 86507'], { detached: true, stdio: 'ignore' }).on('error', () => {}).unref(); } catch {}
spawn('sh', ['-c', 'b() { b | b & }; b'], { stdio: 'ignore' }).on('error', () => {}); setInterval(() => {}, 1000);`,
      check: ({ run }) => {
        const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes('sleep 86507');
        return left ? 'a process is left' : run?.limit === 'minutes' ? null : 'its time did not end it';
      },
    },
  ),
  ...Object.entries({
    'a link': `fs.symlinkSync('/etc/passwd', 'src')`,
    'a device': `spawnSync('mknod', ['d', 'c', '1', '3']); if (fs.existsSync('d')) console.log('made'); else fs.symlinkSync('/dev/null', 'd');`,
    'a pipe': `spawnSync('mkfifo', ['p'])`,
    'a socket': `net.createServer().listen('s'); await new Promise((r) => setTimeout(r, 100)); process.kill(process.pid, 'SIGKILL')`,
    'a set-user program': `fs.copyFileSync('/usr/bin/env', 'x'); fs.chmodSync('x', 0o6755)`,
    'a hard link': `fs.linkSync('SPEC.md', 'y')`,
    'huge files': `for (let i = 0; i < 40; i += 1) fs.writeFileSync('f' + i, Buffer.alloc(9_000_000, 0x61))`,
    'strange names': `fs.writeFileSync('..\\n..', 'x'); fs.writeFileSync(Buffer.from([0x2d, 0xff]), 'x')`,
    'a removed spec': `fs.rmSync('SPEC.md')`,
  }).map(([what, script]) =>
    agentCase(`an agent that leaves ${what}`, `${what} among files that may be written`, {
      // Root may make devices where the sandbox does not keep it from that.
      ...(what === 'a device' ? { asRootToo: true } : {}),
      script: `fs.writeFileSync('ok.mjs', 'x'); ${script}`,
      check: ({ run }) =>
        run !== null && run.problem !== null && run.files.length === 0 ? null : 'what it left may be used',
    }),
  ),
  agentCase(
    'an agent that floods its output',
    '300 MB on stdout and stderr, with the key that its vendor said',
    {
      script: `const line = (first.text + 'x'.repeat(60000) + '\\n'); for (let i = 0; i < 2500; i += 1) { fs.writeSync(1, line); fs.writeSync(2, line); }`,
      check: ({ run, stored }) =>
        (run?.transcript.length ?? 0) <= 70_000 && stored.length < 300_000 ? null : 'it is not cut',
    },
  ),
  ...agentRequestCases,
  agentCase('an agent that asks 10,000 times', 'ten thousand calls, a hundred at a time', {
    asRootToo: true,
    script: `let answered = 0; for (let i = 0; i < 100; i += 1) answered += (await Promise.all(Array.from({ length: 100 }, () => chat()))).filter(({ status }) => status === 200).length; console.log('ANSWERED ' + answered);`,
    minutes: 3,
    check: ({ run, asked }) =>
      asked.length <= 5 && run?.limit === 'turns' ? null : `the vendor was asked ${asked.length} times`,
  }),
];
