import { digest } from '../digest.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const length = 6;

/**
 * The token that marks the lines of the answer protocol. It is the same for base, head and every sample of a spec,
 * and occurs in none of the texts that a model is shown for it.
 */
export function chooseNonce(options: {
  readonly protocol: number;
  readonly spec: string;
  /** Texts of base AND head: spec, instructions and context files. */
  readonly texts: readonly string[];
}): string {
  for (let candidateNumber = 0; ; candidateNumber += 1) {
    const candidate = tokenFrom(digest([options.protocol, options.spec, candidateNumber]));
    // It has a digit and a letter, so that it cannot be a word or number of our own prompt.
    if (!/\d/.test(candidate) || !/[A-Z]/.test(candidate)) continue;
    if (!options.texts.some((text) => text.includes(candidate))) return candidate;
  }
}

function tokenFrom(hex: string): string {
  const bytes = Array.from({ length }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
  return bytes.map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
