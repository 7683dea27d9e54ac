import { mostListBytes, type CommandRequest } from '../../ports/sandbox.ts';
import { sourcePath, writablePath } from './bubblewrap-arguments.ts';
import { limits } from './limits.ts';

// Kind, permission bits, number of names, bytes, and the path as it is: only NUL cannot be in it.
const listFormat = String.raw`%y %m %n %s %P\0`;

/**
 * Runs inside the sandbox: copies the tree into memory, waits for a line where it has to, runs the command, kills all
 * processes it left, and only then copies the report files to descriptor 3, which the command never had. One line per
 * file: its name and its content in base64, or `large`, its name and its size. Where a list is wanted it comes first, so
 * that it is there even if the files are too much for the channel. The last line says that nothing stopped it before its
 * end. It exits with 125 only where it did not begin. Results in the tree that are there before the command are dated back
 * to 1970, so that one is sent only if the command wrote it; what cannot be dated back cannot be written either.
 */
const script = `
root=$1 directory=$2 reports=$3 command=$4; shift 4
[ ! -d ${sourcePath} ] || cp -dR --preserve=mode,timestamps ${sourcePath}/*/. "$root" || exit 125
while [ "$1" != -- ]; do cp -dR --preserve=mode,timestamps "$1/." "$2" || exit 125; shift 2; done; shift
most=$1 folder=$2 lists=$3; shift 3
patterns=("$@")
matching() {
  local index=0 start path
  while [ $index -lt \${#patterns[@]} ]; do
    start=\${patterns[index]}
    if [ -e "$start" ]; then
      find "$start" \\( -name node_modules -o -name .git \\) -prune -o -type f -print | while IFS= read -r path; do
        path=\${path#./}
        [[ $path =~ \${patterns[index + 1]} ]] && printf '%s\\n' "$path"
      done
    fi
    index=$((index + 2))
  done | LC_ALL=C sort -u
}
[ -d "$TMPDIR" ] || mkdir -p "$TMPDIR" || exit 125
cd "$directory" || exit 125
stale='|'
if [ $# -gt 0 ] && cd "$folder" 2>/dev/null; then
  while IFS= read -r path; do touch -d @0 -- "$path" 2>/dev/null || stale="$stale$path|"; done < <(matching)
  cd "$directory"
fi
[ "$lists" = yes ] && (cd "$folder" && find . -type f -exec touch -d @0 {} +)
[ -z "$waits" ] || { read -r _ && exec </dev/null; } || exit 125
echo begun >&3
/bin/sh -c "$command" 3>&-
code=$?
[ $code = 125 ] && code=1
kill -9 -1 2>/dev/null
sent=0
send() {
  [ -f "$1" ] && [ ! -L "$1" ] || return
  sent=$((sent + 1)); [ $sent -gt ${limits.outputFiles} ] && return
  local bytes
  bytes=$(stat -c %s -- "$1")
  if [ "$bytes" -gt $most ]; then
    echo "large $2 $bytes" >&3
  else
    printf '%s ' "$2" >&3; base64 -w 0 -- "$1" >&3; echo >&3
  fi
}
if [ "$lists" = yes ] && cd "$folder" 2>/dev/null; then
  printf 'list ' >&3
  find . -mindepth 1 -printf '${listFormat}' 2>/dev/null | head -c ${mostListBytes + 1} | base64 -w 0 >&3
  echo >&3
  while IFS= read -r path; do
    send "$path" "bring/$(printf %s "$path" | base64 -w 0 | tr '/+' '_-')"
  done < <(find . -type f -newermt @0 -printf '%P\\n' 2>/dev/null | LC_ALL=C sort | head -n ${limits.outputFiles})
fi
if [ -n "$reports" ]; then
  for file in "$reports"/*; do
    name=\${file##*/}
    case $name in *[!A-Za-z0-9._-]*) continue ;; esac
    send "$file" "report/$name"
  done
fi
if [ $# -gt 0 ] && cd "$folder" 2>/dev/null; then
  while IFS= read -r path; do
    case $stale in *"|$path|"*) continue ;; esac
    [ "$(stat -c %Y -- "$path")" = 0 ] && continue
    send "$path" "bring/$(printf %s "$path" | base64 -w 0 | tr '/+' '_-')"
  done < <(matching)
fi
echo end >&3
exit $code
`;

/** How the program in the sandbox begins. */
export type Beginning = {
  /** Path of a bash, as the sandbox sees it. */
  readonly shell: string;
  /** Words for its `ulimit`. Missing: the limits of whoever starts it. */
  readonly limits?: readonly string[];
  /** Whether the command begins only after a line on the input, which the command does not get. Default: it does not wait. */
  readonly waits?: boolean;
};

/** The program that the sandbox starts, with its arguments. */
export function innerProgram(
  request: Pick<CommandRequest, 'purpose' | 'view' | 'directory' | 'command'>,
  beginning: Beginning,
): readonly string[] {
  const { purpose, view, directory, command } = request;
  const copies =
    purpose === 'setup' ? [] : view.writable.flatMap((path, index) => [writablePath(index), path]);
  const { bring } = view;
  return [
    ...[beginning.shell, '-c', `${firstLines(beginning)}${script}`, 'sandbox'],
    ...[view.root, directory, view.reports ?? '', command, ...copies, '--'],
    ...[String(view.mostReportBytes), bring?.directory ?? '', bring?.list === undefined ? 'no' : 'yes'],
    ...(bring?.files ?? []).flatMap(({ start, matches }) => [start, matches]),
  ];
}

// Said in both cases: the environment of the command may have a variable of this name.
function firstLines({ limits = [], waits = false }: Beginning): string {
  // POSIX has other units.
  const limiting = limits.length === 0 ? '' : `set +o posix; ulimit ${limits.join(' ')} || exit 125`;
  return `waits=${waits ? 'yes' : ''}\n${limiting}`;
}

/** Runs outside, before the sandbox: closes every descriptor above the last one that is passed on purpose. */
export function closeDescriptorsAbove(last: number): readonly [string, ...string[]] {
  return [
    '/bin/bash',
    '-c',
    `for each in /proc/self/fd/*; do number=\${each##*/}; [ "$number" -gt ${last} ] && eval "exec $number>&-"; done; exec "$@"`,
    'sandbox',
  ];
}
