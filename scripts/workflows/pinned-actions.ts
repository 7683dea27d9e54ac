/**
 * The commits of the actions that our workflows use, read from the tags of their repositories, never from memory:
 * `git ls-remote https://github.com/OWNER/NAME 'refs/tags/VERSION^{}' refs/tags/VERSION`.
 */
const pinnedActions: readonly {
  readonly name: string;
  readonly version: string;
  readonly commit: string;
}[] = [
  { name: 'actions/checkout', version: 'v6.1.0', commit: 'd23441a48e516b6c34aea4fa41551a30e30af803' },
  { name: 'actions/setup-node', version: 'v6.5.0', commit: '249970729cb0ef3589644e2896645e5dc5ba9c38' },
  { name: 'actions/upload-artifact', version: 'v7.0.0', commit: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f' },
  {
    name: 'actions/download-artifact',
    version: 'v8.0.1',
    commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  },
  { name: 'actions/attest', version: 'v4.2.2', commit: '1e69f48acb82d1966a394da916b4c1698aa569d6' },
];

/** What may stay a tag: our own releases. */
const namedByTag: readonly RegExp[] = [
  /^OWNER\/spec-portability-action@v\d+$/,
  /^OWNER\/spec-portability-action\/\.github\/workflows\/portability\.yml@v\d+$/,
];

/** What is wrong with the way in which a workflow names the actions it uses; those of its own commit have no version. */
export function unpinnedIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const uses = /^\s*(?:-\s+)?uses:\s*(['"]?)([^'"\s#]+)\1(.*)$/.exec(line);
    const [, , name = '', rest = ''] = uses ?? [];
    if (uses === null || name === '$/.' || name.startsWith('./') || namedByTag.some((own) => own.test(name)))
      return [];
    return whyUnpinned(name, rest.trim()) ?? [];
  });
}

function whyUnpinned(uses: string, comment: string): string | null {
  const [name = '', commit = ''] = uses.split('@');
  if (!/^[0-9a-f]{40}$/.test(commit)) return `\`${uses}\` is not pinned to a full commit sha`;
  const known = pinnedActions.find((one) => one.name === name && one.commit === commit);
  if (known === undefined) return `\`${uses}\` is not among the commits that were read from its repository`;
  return comment === `# ${known.version}` ? null : `\`${uses}\` has no comment \`# ${known.version}\``;
}
