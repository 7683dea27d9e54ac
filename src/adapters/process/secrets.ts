import { redactor, type RedactedStream, type Redactor } from '../../core/redaction.ts';

/**
 * The secrets that this process holds. They are a fact of the process, like its environment, so that whoever writes
 * anything can ask here and nobody has to be given them.
 */
const secrets = new Set<string>();
// Made at its first use: on an older Node than is promised this file is loaded before that is said.
let made: Redactor | null = null;

/** From now on nothing that this process writes shows the value; passes it on. */
export function keepSecret<Value extends string | null>(value: Value): Value {
  if (value !== null && value !== '' && !secrets.has(value)) {
    secrets.add(value);
    made = null;
  }
  return value;
}

function known(): Redactor {
  made ??= redactor(secrets);
  return made;
}

/** The text as it may be written. */
export function withoutSecrets(text: string): string {
  return known().text(text);
}

/** A value whose texts, but not its names, are made as they may be written; for JSON. */
export function textWithoutSecrets(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutSecrets(value) : value;
}

/** For a text that comes in pieces, of which one may end inside a secret. */
export function streamWithoutSecrets(): RedactedStream {
  return known().stream();
}

/** Pieces of a text as they may be written. */
export function* piecesWithoutSecrets(pieces: Iterable<string>): Generator<string> {
  const { push, end } = known().stream();
  for (const piece of pieces) yield push(piece);
  yield end();
}

/** Bytes of a stream without secrets. */
type CleanedBytes = { readonly push: (bytes: Buffer) => Buffer; readonly end: () => Buffer };

/** For the output of a command, which comes in pieces of any size and in any encoding. */
export function bytesWithoutSecrets(): CleanedBytes {
  const { push, end } = known().stream();
  if (secrets.size === 0) return { push: (bytes) => bytes, end: () => Buffer.alloc(0) };
  return {
    push: (bytes) => Buffer.from(push(bytes.toString('latin1')), 'latin1'),
    end: () => Buffer.from(end(), 'latin1'),
  };
}
