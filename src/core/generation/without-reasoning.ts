/**
 * An answer without the reasoning that some servers put before it in tags (`<think>…</think>` and similar). A model
 * may draft whole files there; only what follows is the answer. Some chat templates send only the closing tag. A
 * block that is never closed is left as it is: the answer was cut off, and the missing DONE shows it.
 */
export function withoutReasoning(text: string): string {
  const opened = /^\s*<(think|thinking|thought|thoughts|reasoning|reflection|scratchpad)>/i.exec(text);
  if (opened !== null) {
    const closing = `</${(opened[1] ?? '').toLowerCase()}>`;
    const end = text.toLowerCase().indexOf(closing);
    return end < 0 ? text : withoutReasoning(text.slice(end + closing.length));
  }
  const lone = /^[^\S\n]*<\/(?:think|thinking)>[^\S\n]*$/im.exec(text);
  return lone !== null && !isInsideFile(text, lone.index) ? text.slice(lone.index + lone[0].length) : text;
}

// A generated file may contain the tag as its own text, between an opening line and its END.
function isInsideFile(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('\n=== FILE ') > before.lastIndexOf('\n=== END ') || before.startsWith('=== FILE ')
  );
}
