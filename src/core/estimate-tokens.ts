/**
 * Tokens of a prompt, rather too many than too few: prose has about four bytes a token, code three to four, and the
 * scripts that need more tokens a character have three bytes a character. Dense symbols can still need more.
 */
export function estimateInputTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / 3);
}
