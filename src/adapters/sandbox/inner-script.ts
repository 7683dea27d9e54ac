import type { CommandRequest } from '../../ports/sandbox.ts';
import { sourcePath, writablePath } from './bubblewrap-arguments.ts';
import { limits } from './limits.ts';

/**
 * Runs inside the sandbox: copies the tree into memory, runs the command, kills all processes it left, and only then
 * copies the report files to descriptor 3, which the command never had. One line per file: its name and its content
 * in base64.
 */
const script = `
root=$1 directory=$2 reports=$3 command=$4; shift 4
while [ "$1" != -- ]; do cp -dR --preserve=mode,timestamps "$1/." "$2" || exit 125; shift 2; done; shift
mkdir -p "$TMPDIR" && cd "$directory" || exit 125
echo begun >&3
/bin/sh -c "$command" 3>&-
code=$?
kill -9 -1 2>/dev/null
send() {
  if [ -f "$1" ] && [ ! -L "$1" ]; then
    printf '%s ' "$2" >&3; head -c ${limits.outputFileBytes + 1} -- "$1" | base64 -w 0 >&3; echo >&3
  fi
}
sent=0
if [ -n "$reports" ]; then
  for file in "$reports"/*; do
    name=\${file##*/}
    case $name in *[!A-Za-z0-9._-]*) continue ;; esac
    sent=$((sent + 1)); [ $sent -gt ${limits.outputFiles} ] && break
    send "$file" "report/$name"
  done
fi
index=0
for file; do send "$file" "bring/$index"; index=$((index + 1)); done
echo end >&3
exit $code
`;

/** The program that bubblewrap starts, with its arguments. */
export function innerProgram(
  request: Pick<CommandRequest, 'purpose' | 'view' | 'directory' | 'command'>,
): readonly string[] {
  const { purpose, view, directory, command } = request;
  const copies =
    purpose === 'setup'
      ? []
      : [sourcePath, view.root, ...view.writable.flatMap((path, index) => [writablePath(index), path])];
  return [
    ...['/bin/bash', '-c', script, 'sandbox'],
    ...[view.root, directory, view.reports ?? '', command, ...copies, '--'],
    ...view.bring.map(({ from }) => from),
  ];
}

/** Runs outside, before the sandbox: closes every descriptor above the two that are passed on purpose. */
export const closeDescriptors = [
  '/bin/bash',
  '-c',
  'for each in /proc/self/fd/*; do number=${each##*/}; [ "$number" -gt 4 ] && eval "exec $number>&-"; done; exec "$@"',
  'sandbox',
] as const;
