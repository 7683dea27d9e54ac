import { heldIn, inNode, nodeCase, shellCase, type HostileCase } from '../hostile-case.ts';

/** Attacks that try to reach the network, or another process on the same machine. */
export const networkCases: readonly HostileCase[] = [
  nodeCase(
    'TCP to an address outside',
    'connecting to a documentation address, IPv4 and IPv6',
    `
await Promise.all([reach('192.0.2.1', { host: '192.0.2.1', port: 443 }), reach('2001:db8::1', { host: '2001:db8::1', port: 443 })]);
const { execFileSync } = await import('node:child_process');
attempt('a route leads out', () => { if (fs.readFileSync('/proc/net/route', 'utf8').trim().split('\\n').length < 2) throw 1; });
attempt('an interface besides lo', () => { if (fs.readFileSync('/proc/net/dev', 'utf8').trim().split('\\n').length < 4) throw 1; });`,
  ),
  nodeCase(
    'names and UDP',
    'asking resolvers, the usual ones and those of the machine',
    `
await dns.lookup('localhost.invalid').then(() => console.log('ESCAPED resolved'), () => {});
await dns.resolve4('example.invalid').then(() => console.log('ESCAPED resolved'), (error) => { if (error.code === 'ENOTFOUND') console.log('ESCAPED a resolver answered'); });
await new Promise((done) => { const socket = dgram.createSocket('udp4'); socket.on('error', () => {}); socket.on('message', () => console.log('ESCAPED an answer')); socket.send(Buffer.alloc(30), 53, '127.0.0.53', () => setTimeout(() => { socket.close(); done(); }, 300)); });`,
  ),
  nodeCase(
    'metadata service of the cloud',
    'connecting to 169.254.169.254 and its IPv6 twin',
    `
await Promise.all([reach('metadata', { host: '169.254.169.254', port: 80 }), reach('metadata', { host: 'fd00:ec2::254', port: 80 })]);`,
  ),
  {
    name: 'a service of the machine on loopback',
    tried: 'connecting to the port on which the job itself listens',
    attack: async (world) =>
      heldIn(
        await world.command(
          inNode(
            `await Promise.all(['127.0.0.1', '::1', 'localhost'].map((host) => reach(host, { host, port: ${world.port} })));`,
          ),
        ),
      ),
  },
  {
    name: 'sockets of the machine',
    tried: 'docker.sock, D-Bus, the systemd and our own unix sockets',
    attack: async (world) =>
      heldIn(
        await world.command(
          inNode(`
for (const path of ['/run/docker.sock', '/var/run/docker.sock', '/run/containerd/containerd.sock', '/run/dbus/system_bus_socket', '/run/systemd/private', '/run/snapd.socket', '${world.socket}', '\\0${world.socket}']) await reach(path, { path });`),
        ),
      ),
  },
  shellCase('listening to the machine', 'raw and packet sockets', {
    command: `perl -e 'for ([17, 3, 768], [2, 3, 1], [2, 3, 255], [10, 3, 58]) { print "ESCAPED a raw socket of family $_->[0]\\n" if socket(my $s, $_->[0], $_->[1], $_->[2]); }' || echo ESCAPED perl is missing`,
  }),
];
