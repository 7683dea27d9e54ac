/** Removes secrets from text, in every form in which they are usually written. */
export type Redactor = {
  readonly text: (text: string) => string;
  /** For text that comes in pieces: a secret is also found where a piece ends inside it. */
  readonly stream: () => RedactedStream;
};

/** What `push` and `end` return together is the text without secrets. */
export type RedactedStream = { readonly push: (piece: string) => string; readonly end: () => string };

/** What stands in place of a secret. */
const mark = '[key]';

/** A shorter "key" is a placeholder of a local server ("ollama"); removing it would remove ordinary words. */
const leastLength = 8;

/** The redactor of these secrets. A secret of several lines is also found line by line. */
export function redactor(secrets: Iterable<string>): Redactor {
  const forms = [
    ...new Set([...secrets].flatMap((secret) => linesOf(secret)).flatMap((part) => formsOf(part))),
  ]
    .filter((form) => form.length >= leastLength)
    .toSorted((one, other) => other.length - one.length);
  const [longest] = forms;
  if (longest === undefined) return plain;
  // The longest first: an alternation takes the first that fits.
  const pattern = new RegExp(forms.map((form) => escaped(form)).join('|'), 'g');
  return {
    text: (text) => text.replaceAll(pattern, mark),
    stream: () => streamOf(pattern, longest.length),
  };
}

const plain: Redactor = {
  text: (text) => text,
  stream: () => ({ push: (piece) => piece, end: () => '' }),
};

function streamOf(pattern: RegExp, longest: number): RedactedStream {
  let held = '';
  // What begins after `sure` may go on in the next piece, so it waits.
  const upTo = (sure: number): string => {
    const parts: string[] = [];
    let at = 0;
    for (const { index, 0: form } of held.matchAll(pattern)) {
      if (index >= sure) break;
      parts.push(held.slice(at, index), mark);
      at = index + form.length;
    }
    const end = Math.max(at, sure);
    parts.push(held.slice(at, end));
    held = held.slice(end);
    return parts.join('');
  };
  return {
    push: (piece) => {
      held += piece;
      return held.length < longest ? '' : upTo(held.length - longest + 1);
    },
    end: () => upTo(held.length),
  };
}

/** Of a private key in several lines, a log shows each line by itself. */
function linesOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.length === 1
    ? [secret, secret.trim()]
    : [secret, ...lines.filter((line) => line.length >= 16)];
}

function formsOf(secret: string): readonly string[] {
  if (secret.length < leastLength) return [];
  const bytes = Buffer.from(secret);
  const url = encodeURIComponent(secret);
  const hex = bytes.toString('hex');
  return [
    secret,
    // Bytes that are read as single characters.
    bytes.toString('latin1'),
    JSON.stringify(secret).slice(1, -1),
    url,
    url.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    secret.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character),
    hex,
    hex.toUpperCase(),
    ...base64Forms(bytes),
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * In base64 three bytes become four characters, so what the secret looks like depends on how many bytes stand before
 * it, and not on which: three forms find it behind every `Bearer `, every `user:` and every other text.
 */
function base64Forms(bytes: Buffer): readonly string[] {
  const whole = bytes.toString('base64');
  const inside = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Characters that hold bits of a neighbour are left out.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const standard = [whole, whole.replace(/=+$/, ''), ...inside];
  return [...standard, ...standard.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
