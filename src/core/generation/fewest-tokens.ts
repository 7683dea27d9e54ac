/**
 * About the fewest tokens that any tokenizer makes of a text. Tokenizers split a text into words and signs first and
 * join nothing across them, so each is a token at least; a word of more than 16 letters is more than one. The few that
 * join words (SuperBPE, arXiv:2503.13423) save a third. White space, which may cost nothing, is not counted.
 */
export function fewestTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(/\p{L}+|\p{N}+|[^\s\p{L}\p{N}]+/gu))
    tokens += Math.ceil(piece.length / longestToken);
  return tokens;
}

const longestToken = 16;
