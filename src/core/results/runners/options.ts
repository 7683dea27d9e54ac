/** The values that a call gives to an option under any of its names, as `--name=value` or `--name value`. */
export function valuesOf(words: readonly string[], names: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (names.includes(word)) return words[index + 1] ?? [];
    const name = names.find((each) => word.startsWith(`${each}=`));
    return name === undefined ? [] : word.slice(name.length + 1).replace(/^(['"])(.*)\1$/, '$2');
  });
}

/** The last of these values, which counts where a program takes one; null if the option is not given. */
export function valueOf(words: readonly string[], names: readonly string[]): string | null {
  return valuesOf(words, names).at(-1) ?? null;
}

/** Whether a call gives an option, with or without a value. */
export function isGiven(words: readonly string[], names: readonly string[]): boolean {
  return words.some((word) => names.some((name) => word === name || word.startsWith(`${name}=`)));
}

/** The path in the tree that a call writes its report to; null if it leads out of the tree or holds a variable. */
export function pathInTree(value: string): string | null {
  const path = value.replace(/^(?:\.\/+)+/, '');
  if (path === '' || /^[/~]|[$`*?[{]/.test(path)) return null;
  return path.split('/').includes('..') ? null : path;
}
