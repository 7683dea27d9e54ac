import type { PartKind } from './part.ts';

/** What a stretch of text is for its reader, told by its marks and words. */
export function kindOf(text: string): PartKind {
  const words = text.trim();
  if (/^#{1,6}\s[^\n]*$/.test(words)) return 'heading';
  if (/^(?:```|~~~)/.test(words) || /^(?:for )?example|\be\.g\./i.test(words)) return 'example';
  return isRequirement(words) ? 'requirement' : 'explanation';
}

/** Whether a text says what must be so. */
export function isRequirement(text: string): boolean {
  return /\b(?:must|shall|should|may|required|never|only|always|cannot)\b/i.test(text);
}
