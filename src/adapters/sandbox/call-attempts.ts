/**
 * A Perl program that makes each of these system calls, and sockets of three families, and prints what was not refused
 * with an error of the filter: EPERM, ENOSYS or EAFNOSUPPORT. `numbers`: by name. Its last word is `end`.
 */
export function callAttempts(numbers: Readonly<Record<string, number>>): string {
  const calls = Object.entries(numbers).flatMap(([name, number]) => {
    const words = attempts[name];
    return words === undefined ? [] : [`['${name}', ${number}, ${words}]`];
  });
  const sockets = families.map(
    (family) => `['socket of family ${family}', ${numbers['socket'] ?? -1}, ${family}, 3, 0]`,
  );
  return `my ($text, $type, $room) = ('x', 'user', "\\0" x 256);
for (${[...calls, ...sockets].join(', ')}) {
  my ($name, @call) = @$_;
  my $was = syscall(shift(@call), @call);
  print "$name, " unless $was == -1 && ($! == 1 || $! == 38 || $! == 97);
}
print 'end'`;
}

/** AF_PACKET, AF_ALG and AF_VSOCK. */
const families = [17, 38, 40];

/** Arguments with which a call would do something where nothing refuses it. */
const attempts: Readonly<Record<string, string>> = {
  // PTRACE_TRACEME
  ptrace: '0, 0, 0, 0',
  process_vm_readv: '$$, 0, 0, 0, 0, 0',
  // KEYCTL_GET_KEYRING_ID of the session
  keyctl: '0, -3, 0',
  add_key: '$type, $text, $text, 1, -3',
  request_key: '$type, $text, 0, -3',
  bpf: '0, $room, 72',
  perf_event_open: '$room, 0, -1, -1, 0',
  userfaultfd: '1',
  io_uring_setup: '1, $room',
  memfd_create: '$text, 0',
};
