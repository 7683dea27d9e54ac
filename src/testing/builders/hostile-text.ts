/** Pieces of text that, a million times, make a search that goes back over what it has read take hours. */
export const hugeOnceRepeated: readonly string[] = [
  '\n',
  'process ',
  'expect.a',
  'open(',
  'globalThis ',
  'fs.write ',
  "'",
];

/** Text that models, tests and paths may hold, and that every report must show as text only. */
export const hostileText: readonly string[] = [
  '@org/team ping #123 and GH-7',
  '</details><h1>owned</h1><!-- spec-portability:v1:other -->',
  '![pixel](https://evil.example/p.png) [click](javascript:alert(1))',
  'a | b \\| c `code` ``` fence',
  'first line\n::error::second line\r\n##[error]third',
  '\u202Eesrever\u2066 zero\u200Bwidth \u001B[31mred\u001B[0m \u0007bell',
  '__proto__',
  '&#64;user &lt;script&gt; www.evil.example me@evil.example :smile: $x$',
  `${'`'.repeat(40)} ${'long '.repeat(80)}`,
  '',
];
