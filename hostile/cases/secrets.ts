import { inNode, nodeCase, shellCase, type HostileCase, type World } from '../hostile-case.ts';

/** Attacks that look for secrets of the job. */
export const secretCases: readonly HostileCase[] = [
  searching('environment of its own process', 'env; export; node -p "JSON.stringify(process.env)"'),
  searching('environment of every process', 'cat /proc/*/environ /proc/*/task/*/environ | tr "\\0" "\\n"'),
  searching(
    'command lines, and descriptors of every process',
    'cat /proc/*/cmdline | tr "\\0" "\\n"; for f in /proc/*/fd/*; do case $(readlink $f) in /dev/*|pipe*|/proc*) ;; *) head -c 300 $f ;; esac; done',
  ),
  searching(
    'inherited descriptors',
    'for n in 3 4 5 6 7 8 9; do eval "cat <&$n"; done; bash -c "for n in {10..60}; do cat <&\\$n; done"',
  ),
  searching(
    'memory of every process',
    inNode(`
for (const pid of fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid)) {
  let maps = '';
  try { maps = fs.readFileSync('/proc/' + pid + '/maps', 'latin1'); } catch { continue; }
  for (const [, from, to] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw.*(?:heap|stack)/gm)) {
    try {
      const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const bytes = Buffer.alloc(Math.min(end - start, 8_000_000));
      const file = fs.openSync('/proc/' + pid + '/mem', 'r');
      fs.readSync(file, bytes, 0, bytes.length, start);
      fs.closeSync(file);
      for (const [found] of bytes.toString('latin1').matchAll(/canary-[0-9a-f]{32}/g)) console.log(found);
    } catch {}
  }
}`),
  ),
  searching(
    'every readable file below the usual places',
    'cat /etc/passwd /etc/shadow /run/secrets/* /var/lib/* /opt/*/.* /root//.*; grep -rhsoE canary-[0-9a-f]{32} /home /root /run /mnt /srv /tmp /var/tmp 2>/dev/null | head -c 2000',
  ),
  {
    name: 'files of the machine by their own path',
    tried: 'reading HOME, the key in it and the file behind GITHUB_ENV',
    attack: async (world) => {
      const { said } = await world.command(
        `ls ${world.home}/.ssh; cat ${world.home}/.ssh/id_ed25519 ${world.runnerFile}; cat $(dirname ${world.home})/*; echo TRIED`,
      );
      return foundIn(world, said);
    },
  },
  shellCase('becoming root', 'sudo -n, su, setpriv, setuid programs, a new user namespace, mount, chroot', {
    command: `for p in "sudo -n id" "su -c id" "setpriv --reuid 0 id" "unshare -Ur id" "unshare -m true" "mount -t tmpfs none /mnt" "chroot / id" "nsenter -t 1 -m id" "mknod /tmp/sda b 8 0" "mount -o remount,rw /usr"; do $p >/dev/null 2>&1 </dev/null && echo "ESCAPED $p"; done
      [ "$(id -u)" = 0 ] && echo ESCAPED uid 0; grep -q 'NoNewPrivs:.1' /proc/self/status || echo ESCAPED no_new_privs is off; grep -q 'CapEff:.0000000000000000' /proc/self/status || echo ESCAPED has capabilities`,
  }),
  nodeCase(
    'tracing and signalling others',
    'writing the memory of pid 1, killing it, tracing it',
    `
for (const pid of fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid && Number(name) !== process.ppid && name !== '1')) attempt('pid ' + pid + ' of somebody else is seen: ' + fs.readFileSync('/proc/' + pid + '/cmdline', 'latin1'), () => { if (Number(pid) < 10) throw 1; if (/node|sh|prlimit|bash/.test(fs.readFileSync('/proc/' + pid + '/cmdline', 'latin1'))) throw 1; });
attempt('wrote the memory of pid 1', () => { const fd = fs.openSync('/proc/1/mem', 'r+'); fs.writeSync(fd, 'x', 0x1000); });
try { process.kill(1, 'SIGKILL'); } catch {}
attempt('read the kernel log', () => { if (spawnSync('dmesg').status !== 0) throw 1; });
attempt('set a kernel parameter', () => fs.writeFileSync('/proc/sys/kernel/core_pattern', '|/tmp/x'));
attempt('pulled the trigger', () => fs.writeFileSync('/proc/sysrq-trigger', 'h'));`,
  ),
  {
    name: 'secrets through test output',
    tried: 'printing everything that can be read, and searching what we keep of it',
    attack: async (world) => {
      const { said, reports } = await world.command(
        `${inNode('console.log(JSON.stringify(process.env), process.report.getReport())')}; find / -xdev -maxdepth 3 2>/dev/null | head -2000; echo TRIED`,
      );
      return foundIn(world, said + reports.join());
    },
  },
];

function searching(what: string, command: string): HostileCase {
  return {
    name: `secrets in the ${what}`,
    tried: `\`${command.length > 60 ? `${command.slice(0, 60)}…` : command}\``,
    attack: async (world) => foundIn(world, (await world.command(`(${command}) 2>&1; echo TRIED`)).said),
  };
}

function foundIn({ canary }: World, said: string): { isBlocked: boolean; happened: string } {
  const forms = [
    canary,
    Buffer.from(canary).toString('base64').slice(0, 40),
    Buffer.from(canary).toString('hex'),
  ];
  const found = forms.find((form) => said.includes(form));
  if (found !== undefined) return { isBlocked: false, happened: 'the canary was found' };
  return said.includes('TRIED')
    ? { isBlocked: true, happened: `not in ${said.length} characters` }
    : { isBlocked: false, happened: `the attack was not made: ${said.slice(-100)}` };
}
