const mebibyte = 1024 * 1024;

/** What a test command may use. The sized folders live in memory, so their sum is what a hostile one can take. */
export const limits = {
  processes: 256,
  openFiles: 4096,
  fileBytes: 64 * mebibyte,
  /** Of one process, by RLIMIT_DATA: Node reserves far more address space than it uses. */
  dataBytes: 2048 * mebibyte,
  treeBytes: 512 * mebibyte,
  /** Of a folder that is a mount of its own, so that it cannot be renamed away from around a protected file. */
  folderBytes: 128 * mebibyte,
  homeBytes: 64 * mebibyte,
  sharedMemoryBytes: 64 * mebibyte,
  temporaryBytes: 256 * mebibyte,
  /** TMPDIR: build caches (Go, Cargo) live there. */
  buildBytes: 1024 * mebibyte,
  reportsBytes: 64 * mebibyte,
  /** Files that are brought out after a command (each process that runs tests leaves one), and the largest of them. */
  broughtFiles: 512,
  broughtFileBytes: 16 * mebibyte,
} as const;
