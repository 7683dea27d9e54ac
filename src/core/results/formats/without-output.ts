/** Takes a report piece by piece and gives back what is left of it. */
export type Slimmer = (piece: string) => string;

/**
 * Leaves out what tests printed, which is nearly all of a large report, so that the rest fits into memory: the output
 * elements of JUnit XML, and the output events of `go test -json`. `start`: how the report begins.
 */
export function withoutOutput(start: string): Slimmer {
  if (start.trimStart().startsWith('<')) return xmlSlimmer();
  return /^\s*\{"[^\n]*"Action":"[^\n]*\n/.test(start) ? eventsSlimmer() : (piece) => piece;
}

type Step = {
  /** The texts that end it, with the step that follows. */
  readonly next: Readonly<Record<string, () => Step>>;
  readonly isKept: boolean;
};

/** Longer than any of the texts that end a step, so that none is missed where a piece ends. */
const kept = 16;

function xmlSlimmer(): Slimmer {
  let step = content;
  let rest = '';
  return (piece) => {
    let text = `${rest}${piece}`;
    let left = '';
    for (let end = endOf(text, step); end !== null; end = endOf(text, step)) {
      if (step.isKept) left += text.slice(0, end.at + (end.next.isKept ? end.token.length : 0));
      text = text.slice(end.at + end.token.length);
      step = end.next;
    }
    // The piece after the last one is empty: then nothing is held back.
    const cut = piece === '' ? text.length : Math.max(0, text.length - kept);
    if (step.isKept) left += text.slice(0, cut);
    rest = text.slice(cut);
    return left;
  };
}

function endOf(
  text: string,
  { next }: Step,
): { readonly at: number; readonly token: string; readonly next: Step } | null {
  const found = Object.entries(next)
    .map(([token, following]) => ({ at: text.indexOf(token), token, following }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)[0];
  return found === undefined ? null : { at: found.at, token: found.token, next: found.following() };
}

const content: Step = {
  isKept: true,
  next: {
    '<![CDATA[': () => ({ isKept: true, next: { ']]>': () => content } }),
    '<!--': () => ({ isKept: true, next: { '-->': () => content } }),
    '<system-out': () => tagOf('</system-out>'),
    '<system-err': () => tagOf('</system-err>'),
  },
};

/** The rest of an opening tag, which may be a whole element. */
function tagOf(close: string): Step {
  return { isKept: false, next: { '/>': () => content, '>': () => outputUntil(close) } };
}

function outputUntil(close: string): Step {
  return {
    isKept: false,
    next: {
      [close]: () => content,
      '<![CDATA[': () => ({ isKept: false, next: { ']]>': () => outputUntil(close) } }),
    },
  };
}

function eventsSlimmer(): Slimmer {
  let rest = '';
  return (piece) => {
    const lines = `${rest}${piece}`.split('\n');
    rest = piece === '' ? '' : (lines.pop() ?? '');
    return lines.map((line) => (/"Action":"output"/.test(line) ? '' : `${line}\n`)).join('');
  };
}
