import { heldIn, quoted, shellCase, type HostileCase, type World } from '../hostile-case.ts';

/** Attacks that change files outside of `writes`, for this test run or for a later one. */
export const fileCases: readonly HostileCase[] = [
  changing('tests', 'writing, replacing, moving, hiding and linking to the tests', [
    `
    echo "" > test/half.test.mjs; rm -rf test; mv test away; cp /dev/null test/half.test.mjs; chmod -R 777 test; ln -sf /dev/null test/half.test.mjs; sed -i d test/half.test.mjs; touch test/more.test.mjs; mv test/half.test.mjs test/x; truncate -s 0 test/half.test.mjs; echo x >> SPEC.md`,
    'grep -q "rounds half up" test/half.test.mjs || echo ESCAPED tests changed',
  ]),
  changing('dependencies', 'writing into node_modules and through a hard link to it', [
    `
    echo x > node_modules/dep/index.js; ln node_modules/dep/index.js src/hard && echo x > src/hard; rm -rf node_modules; mv node_modules gone; mkdir node_modules/.bin; cp -al node_modules copy && echo x > copy/dep/index.js`,
    '[ "$(cat node_modules/dep/index.js)" = "export default 1" ] || echo ESCAPED dependencies changed',
  ]),
  changing('HOME', 'leaving shell and git configuration for the next command', [
    `
    for f in .bashrc .profile .gitconfig .npmrc .ssh/authorized_keys .config/git/hooks; do mkdir -p "$HOME/$(dirname $f)"; echo planted > "$HOME/$f"; done; git config --global core.hooksPath /tmp`,
    'true',
  ]),
  {
    name: 'what one cell leaves, the next does not find',
    tried: 'planting files in the tree, HOME, TMPDIR, /tmp and /dev/shm, then looking from another cell',
    attack: async (world) => {
      await world.command(
        'for d in . src "$HOME" "$TMPDIR" /tmp /dev/shm /var/tmp; do echo planted > $d/planted-by-neighbour; done',
      );
      return heldIn(
        await world.command(
          'find / -xdev -name planted-by-neighbour 2>/dev/null | sed "s/^/ESCAPED /"; for d in . src "$HOME" "$TMPDIR" /tmp /dev/shm; do [ -e $d/planted-by-neighbour ] && echo ESCAPED $d; done; echo TRIED',
        ),
      );
    },
  },
  {
    name: 'files of the runner',
    tried: 'appending to the file behind GITHUB_ENV and to HOME by their paths, and making files beside them',
    attack: async (world) => {
      const { said } = await world.command(
        `echo PATH=/evil >> ${world.runnerFile}; mkdir -p ${world.home}; echo evil >> ${world.home}/.bashrc; touch $(dirname ${world.runnerFile})/new; echo x > /etc/planted; echo TRIED`,
      );
      return untouched(world, said);
    },
  },
  {
    name: 'links planted under `writes`',
    tried: 'links to the runner’s files and to tests in src, then writing through them',
    attack: async (world) => {
      const { said } = await world.command(
        `ln -s ${world.runnerFile} src/link; echo evil > src/link; ln -s / src/root; echo evil > src/root${world.home}/.bashrc; ln -sfn ../test src/tests; echo evil > src/tests/half.test.mjs; ln -s /proc/self/root src/up; echo evil > src/up${world.runnerFile}; echo TRIED`,
      );
      return untouched(world, said);
    },
  },
  {
    name: 'a report that is a link',
    tried: 'links, devices, pipes, folders and strange names where reports are read',
    attack: async (world) => {
      const { reports } = await world.command(
        `r=$(dirname "$TMPDIR")/reports; cd "$r" || exit; ln -s /etc/passwd node-test-1.jsonl; ln -s ${world.home}/.ssh/id_ed25519 key.json; mkfifo pipe.json; mkdir folder.json; touch -- "-rf" "a b" "new
line" "..x/"; ln /etc/hosts hard.json; : > $(printf '\\377.json')`,
      );
      const kept = reports.filter((name) => !['-rf', 'hard.json'].includes(name));
      return {
        isBlocked: kept.length === 0,
        happened: kept.length === 0 ? 'none was brought out' : `brought out ${kept.join(', ')}`,
      };
    },
  },
  {
    name: 'the reports folder as a way out',
    tried: 'replacing the folder of reports by a link to HOME',
    attack: async (world) => {
      const { said } = await world.command(
        `r=$(dirname "$TMPDIR")/reports; rm -rf "$r"; mv "$r" "$r.old"; ln -s ${world.home} "$r"; echo evil > "$r/.bashrc"; mount --bind ${world.home} "$r"; echo TRIED`,
      );
      return untouched(world, said);
    },
  },
  shellCase(
    'programs and settings of the system',
    'writing /usr, /etc, /lib, / and the Node that runs the tests',
    {
      command: `for f in /usr/bin/node /usr/planted /etc/passwd /etc/ld.so.preload /lib/planted /planted /proc/sys/kernel/hostname "$(readlink -f "$(command -v node)")"; do (echo x >> "$f") 2>/dev/null && echo "ESCAPED $f"; done; hostname evil 2>/dev/null && echo ESCAPED hostname; true`,
    },
  ),
  shellCase('devices', 'disks, memory, terminals and the random pool', {
    command: `for d in /dev/sda /dev/vda /dev/mem /dev/kmsg /dev/fuse /dev/kvm /dev/console /dev/loop0 /dev/net/tun; do [ -e $d ] && (head -c 1 $d >/dev/null) 2>/dev/null && echo "ESCAPED $d"; done; (echo x > /dev/planted) 2>/dev/null && echo ESCAPED /dev is writable; [ -t 0 ] && echo ESCAPED has a terminal; true`,
  }),
];

function changing(
  what: string,
  tried: string,
  [command, check]: readonly [command: string, check: string],
): HostileCase {
  return {
    name: `changing ${what}`,
    tried,
    attack: async (world) => {
      const inside = await world.command(`(${command}\n) >/dev/null 2>&1; ${check}; echo TRIED`);
      const held = heldIn(inside);
      if (!held.isBlocked) return held;
      // A later cell of the same commit must find everything unchanged.
      return heldIn(
        await world.command(
          `grep -q "rounds half up" test/half.test.mjs && [ "$(cat node_modules/dep/index.js)" = "export default 1" ] && [ ! -e "$HOME/.bashrc" ] || echo ${quoted('ESCAPED a later cell sees the change')}; echo TRIED`,
        ),
      );
    },
  };
}

async function untouched(world: World, said: string): Promise<{ isBlocked: boolean; happened: string }> {
  const isTried = said.includes('TRIED');
  const isSame = await world.isUntouched();
  return {
    isBlocked: isTried && isSame,
    happened: isSame
      ? isTried
        ? 'nothing outside changed'
        : 'the attack was not made'
      : 'a file outside changed',
  };
}
