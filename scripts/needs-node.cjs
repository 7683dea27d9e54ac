// Loaded before every script of this repository, and written so that a Node of any age can read it: types are stripped,
// and `import.meta.main` is known, from Node 24.2 on. Without this an old Node fails with a stack trace about an ending.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 2)) {
  console.error(
    'This needs Node 24.2 or newer and got ' +
      process.versions.node +
      '. `npm ci` installs one, and `npm run` uses it.',
  );
  process.exit(1);
}
