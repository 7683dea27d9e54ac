import { digest } from '../../digest.ts';

/** The hidden first line by which our own comment is found again. Different keys give different markers. */
export function commentMarker(key: string): string {
  const wellFormed = key.replaceAll(/\p{Cs}/gu, '\uFFFD');
  // Parsers disagree about `--` inside an HTML comment.
  const encoded = encodeURIComponent(wellFormed).replaceAll('--', '-%2D').replace(/-$/, '%2D');
  return `<!-- spec-portability:v1:${encoded.length > 200 ? digest(key) : encoded} -->`;
}

/** Whether a line is a marker and nothing else. */
export function isCommentMarker(line: string): boolean {
  return (
    /^<!-- spec-portability:v1:[A-Za-z0-9%_.!~*'()-]+ -->$/.test(line) && !line.slice(4, -3).includes('--')
  );
}
