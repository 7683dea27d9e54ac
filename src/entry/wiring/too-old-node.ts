/** The oldest Node that the bundle is made for; `engines` in package.json names the same one. */
const oldest = { major: 20, minor: 19 };

/** Why this version of Node cannot run the command line, or null. */
export function tooOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest.major || (major === oldest.major && minor < oldest.minor);
  return isOld
    ? `spec-portability needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}`
    : null;
}
