/** A machine for which a filter is made: its name in Node, in the kernel, and its numbers of system calls. */
export type Architecture = {
  readonly name: 'x64' | 'arm64';
  /** AUDIT_ARCH_*, from linux/audit.h. */
  readonly audit: number;
  /** From asm/unistd_64.h and asm-generic/unistd.h. */
  readonly calls: Readonly<Record<CallName, number>>;
  /** From here on numbers are of another interface (x32) to the same kernel. */
  readonly otherInterfaceFrom: number | null;
};

/** What is refused whatever its arguments are, and with which error. */
export const refusedCalls = {
  // Other processes: their memory, their descriptors.
  ptrace: 'EPERM',
  process_vm_readv: 'EPERM',
  process_vm_writev: 'EPERM',
  kcmp: 'EPERM',
  pidfd_getfd: 'EPERM',
  // Keyrings belong to the session that started us, and no namespace divides them.
  keyctl: 'EPERM',
  add_key: 'EPERM',
  request_key: 'EPERM',
  // Large parts of the kernel that tests have no use for and in which most ways out were found.
  bpf: 'EPERM',
  perf_event_open: 'EPERM',
  open_by_handle_at: 'EPERM',
  userfaultfd: 'ENOSYS',
  // Programs that find none use ordinary calls.
  io_uring_setup: 'ENOSYS',
  io_uring_enter: 'ENOSYS',
  io_uring_register: 'ENOSYS',
  // Memory that no process and no folder is charged with.
  memfd_create: 'ENOSYS',
  memfd_secret: 'ENOSYS',
} as const;

/** Those that the self-attack tries. */
export const probedCalls = [
  'ptrace',
  'process_vm_readv',
  'keyctl',
  'add_key',
  'request_key',
  'bpf',
  'perf_event_open',
  'userfaultfd',
  'io_uring_setup',
  'memfd_create',
  'socket',
] as const;

type CallName = keyof typeof refusedCalls | 'socket' | 'socketpair' | 'ioctl' | 'shmget';

/** AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK; not AF_PACKET, AF_VSOCK, AF_ALG and all others. */
export const allowedFamilies = [1, 2, 10, 16] as const;

/** Ways to type into the terminal of somebody else: TIOCSTI and TIOCLINUX. */
export const refusedTerminalRequests = [0x5412, 0x541c] as const;

/** Segments of System V are in no folder, so each is small: their number is limited by the kernel. */
export const largestSegmentBytes = 64 * 1024;

/** The machines that we run on. */
export const architectures: readonly Architecture[] = [
  {
    name: 'x64',
    audit: 0xc000_003e,
    otherInterfaceFrom: 0x4000_0000,
    calls: {
      ...{ ptrace: 101, process_vm_readv: 310, process_vm_writev: 311, kcmp: 312, pidfd_getfd: 438 },
      ...{ keyctl: 250, add_key: 248, request_key: 249 },
      ...{ bpf: 321, perf_event_open: 298, open_by_handle_at: 304, userfaultfd: 323 },
      ...{ io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427 },
      ...{ memfd_create: 319, memfd_secret: 447 },
      ...{ socket: 41, socketpair: 53, ioctl: 16, shmget: 29 },
    },
  },
  {
    name: 'arm64',
    audit: 0xc000_00b7,
    otherInterfaceFrom: null,
    calls: {
      ...{ ptrace: 117, process_vm_readv: 270, process_vm_writev: 271, kcmp: 272, pidfd_getfd: 438 },
      ...{ keyctl: 219, add_key: 217, request_key: 218 },
      ...{ bpf: 280, perf_event_open: 241, open_by_handle_at: 265, userfaultfd: 282 },
      ...{ io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427 },
      ...{ memfd_create: 279, memfd_secret: 447 },
      ...{ socket: 198, socketpair: 199, ioctl: 29, shmget: 194 },
    },
  },
];
