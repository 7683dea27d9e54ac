import type { OfferedTool, ToolCall } from './tool-wire.ts';

const readers = ['Read', 'read_file', 'read', 'view'];
const writers = ['Write', 'write_file', 'write'];
// Makes no folder around the file, so that a shell is better where there is one.
const creators = ['create'];
const shells = ['exec', 'exec_command', 'shell_command', 'shell', 'bash', 'Bash'];
const pathNames = ['file_path', 'filePath', 'filepath', 'absolute_path', 'path'];
const textNames = ['content', 'file_text', 'new_text'];

/** The path as tools want it: many take none that is relative, so agents tell their models where they work. */
export function pathFor(path: string, shown: string): string {
  const folder = /working (?:in the )?directory: (\/\S+)/i.exec(shown)?.[1];
  return folder === undefined ? path : `${folder}/${path}`;
}

/** A call that reads a file, by whatever tool the agent has for it; null if it has none. */
export function readingCall(tools: readonly OfferedTool[], path: string): ToolCall | null {
  const found = named(tools, readers);
  if (found !== null) return { tool: found, input: given(found, [[pathNames, path]]) };
  return shellCall(tools, `cat ${quoted(path)}`);
}

/** A call that writes a file; null if the agent has no tool for it. */
export function writingCall(
  tools: readonly OfferedTool[],
  { path, content }: { readonly path: string; readonly content: string },
): ToolCall | null {
  const folder = path.split('/').slice(0, -1).join('/') || '.';
  return (
    byTool(writers) ??
    shellCall(tools, `mkdir -p ${quoted(folder)} && printf %s ${quoted(content)} > ${quoted(path)}`) ??
    byTool(creators)
  );

  function byTool(names: readonly string[]): ToolCall | null {
    const found = named(tools, names);
    if (found === null) return null;
    const input = given(found, [
      [pathNames, path],
      [textNames, content],
    ]);
    return { tool: found, input };
  }
}

function shellCall(tools: readonly OfferedTool[], command: string): ToolCall | null {
  const found = named(tools, shells);
  if (found === null) return null;
  // A tool without parameters takes a script that calls the shell.
  const script = `const r = await tools.exec_command({ cmd: ${JSON.stringify(command)} }); text(r);`;
  if (found.parameters === null) return { tool: found, input: script };
  return {
    tool: found,
    input: given(found, [
      [['cmd', 'command'], command],
      [['description'], 'Work on a file'],
    ]),
  };
}

function named(tools: readonly OfferedTool[], names: readonly string[]): OfferedTool | null {
  const found = names.map((name) => tools.find((tool) => tool.name === name));
  return found.find((tool) => tool !== undefined) ?? null;
}

/** Arguments under the names that the tool's schema has for them: agents drop calls with any other. */
function given(
  { parameters }: OfferedTool,
  values: readonly (readonly [names: readonly string[], value: string])[],
): Readonly<Record<string, string>> {
  const known = parameters ?? [];
  return Object.fromEntries(
    values.flatMap(([names, value]) => {
      const name = names.find((one) => known.includes(one));
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
