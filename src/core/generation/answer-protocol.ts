import type { GeneratedFile } from './completion.ts';

/** Version of the answer format; part of every generation key. */
export const protocolVersion = 1;

/** The line that opens one file of an answer. */
export function fileMarker(nonce: string, path: string): string {
  return `=== FILE ${nonce} ${path} ===`;
}

/** The line that closes one file of an answer. */
export function endMarker(nonce: string): string {
  return `=== END ${nonce} ===`;
}

/** The line that closes the answer. */
export function doneMarker(nonce: string): string {
  return `=== DONE ${nonce} ===`;
}

/** The answer of a perfect writer: simulated models give it, and `readAnswer` reads it back. */
export function writeAnswer(files: readonly GeneratedFile[], nonce: string): string {
  const pairs = files.map(({ path, content }) => {
    const body = content === '' || content.endsWith('\n') ? content : `${content}\n`;
    return `${fileMarker(nonce, path)}\n${body}${endMarker(nonce)}\n`;
  });
  return `${pairs.join('')}${doneMarker(nonce)}\n`;
}
