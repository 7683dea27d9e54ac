import type { Mend } from './completion.ts';

/** What a body says that holds no answer: a gateway's error with its name and code, where it gives them. */
export type GatewayWords = {
  readonly type: string | null;
  readonly code: string | null;
  /** In the gateway's own words; empty if the body was. */
  readonly message: string;
  /** What the body shows to be wrong; missing if it does not. */
  readonly mend?: Mend;
};

/** Reads the words of a body that holds no answer: JSON, events of a stream, a page, or text. */
export function gatewayWords(body: string): GatewayWords {
  const text = body.trim();
  if (isWholeAnswer(text)) return { type: null, code: null, message: wholeAnswer, mend: 'stream' };
  for (const value of valuesIn(text)) {
    const words = wordsOf(value);
    if (words !== null) return words;
  }
  const isPage = /^<|<html/i.test(text);
  const mend = isPage || text === '' ? ({ mend: 'base-url' } as const) : {};
  return { type: null, code: null, message: isPage ? pageText(text) : text, ...mend };
}

const wholeAnswer = 'the gateway ignored `stream: true` and sent the answer whole';

// The beginning of an answer in one of the formats that we ask for, as it is sent to those who do not want a stream. Only
// the beginning of a long body is known, so it may be no JSON. An error has no such list.
function isWholeAnswer(text: string): boolean {
  if (!/^[[{]/.test(text) || /^\[?\s*\{\s*"error"/.test(text)) return false;
  return /"object"\s*:\s*"(?:chat\.completion|response)"|"type"\s*:\s*"message"|"candidates"\s*:\s*\[/.test(
    text,
  );
}

/** The words of one value from outside; null if it says nothing. */
function wordsOf(value: unknown): GatewayWords | null {
  const [first] = Array.isArray(value) ? value : [value];
  if (!isFields(first)) return null;
  const error = first['error'] ?? first;
  if (typeof error === 'string') return { type: null, code: null, message: error };
  if (!isFields(error)) return null;
  const said = messageFields.map((name) => error[name] ?? first[name]);
  const message = said.find((each): each is string => typeof each === 'string' && each !== '');
  if (message === undefined) return null;
  return { type: nameIn(error['type'] ?? error['status']), code: nameIn(error['code']), message };
}

const messageFields = ['message', 'Message', 'detail', 'error_description', 'msg', 'error_msg', 'title'];

function valuesIn(text: string): readonly unknown[] {
  const lines = text.split('\n').flatMap((line) => {
    const data = /^data:(.*)$/.exec(line.trim())?.[1];
    return data === undefined ? [] : [data];
  });
  return [text, ...lines].flatMap((each) => parsed(each));
}

function parsed(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

// What a browser would show first. Bounded repetitions: the page is whatever somebody sent.
function pageText(page: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(page)?.[1]?.trim() ?? '';
  const body = page
    .replaceAll(/<(script|style|title)\b[^<]{0,5000}/gi, ' ')
    .replaceAll(/<[^>]{0,2000}>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [title, body].filter((part) => part !== '').join(': ');
}

// Gateways give the upstream's status as a number.
function nameIn(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
