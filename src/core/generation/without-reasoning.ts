/**
 * An answer without the reasoning that some servers put before it in tags (`<think>…</think>` and its kin). A model
 * may draft whole files there; only what follows is the answer. Some chat templates send only the closing tag. A
 * block that is never closed is left as it is: the answer was cut off, and the missing DONE shows it.
 */
export function withoutReasoning(text: string): string {
  const closing = closingOf(text);
  if (closing !== null) {
    const end = closing.exec(text);
    return end === null ? text : withoutReasoning(text.slice(end.index + end[0].length));
  }
  const lone = loneClosing.exec(text);
  return lone !== null && !isInsideFile(text, lone.index) ? text.slice(lone.index + lone[0].length) : text;
}

const names =
  'think|thinking|thought|thoughts|reasoning|reflection|scratchpad|antthinking|seed:think|analysis';
const opened = new RegExp(String.raw`^\s*(?:<(${names})>|\[(think|thinking)\])`, 'i');
const loneClosing = /^[^\S\n]*(?:<\/(?:think|thinking|seed:think)>|\[\/THINK\])[^\S\n]*$/im;

// Special tokens of models whose server passes them on as text.
const tokens: readonly (readonly [string, RegExp])[] = [
  // Kimi
  ['◁think▷', /◁\/think▷/],
  // Command A
  ['<|START_THINKING|>', /<\|END_THINKING\|>/],
  // gpt-oss: what it says to its reader stands in the channel `final`
  ['<|channel|>analysis', /<\|channel\|>final<\|message\|>/],
  ['<|start|>assistant<|channel|>analysis', /<\|channel\|>final<\|message\|>/],
];

/** What ends the reasoning that a text begins with; null if it begins with none. */
function closingOf(text: string): RegExp | null {
  const start = text.trimStart();
  const token = tokens.find(([opening]) => start.startsWith(opening));
  if (token !== undefined) return token[1];
  const [, tag, bracket] = opened.exec(text) ?? [];
  if (tag !== undefined) return new RegExp(`</${tag}>`, 'i');
  return bracket === undefined ? null : new RegExp(String.raw`\[/${bracket}\]`, 'i');
}

// A generated file may contain the tag as its own text, between an opening line and its END.
function isInsideFile(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('\n=== FILE ') > before.lastIndexOf('\n=== END ') || before.startsWith('=== FILE ')
  );
}
