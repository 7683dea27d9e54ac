import { withoutComments } from './without-comments.ts';

/**
 * Ways of generated code to look at its tests. Such code can tell the changed tests of a control run from the committed
 * ones, and so the control run cannot tell its pass from an earned one.
 */
export type ReadingSign =
  | 'reads its tests'
  | 'looks at who calls it'
  | 'reads the source of functions'
  | 'looks where its files are mounted';

/** Whether something that a scan found is such a sign. */
export function isReadingSign(found: string): found is ReadingSign {
  return patterns.some(([sign]) => sign === found);
}

/** The signs in a text, in a fixed order. A scan is easy to evade; what it must not do is to find them in honest code. */
export function readingSignsOf(content: string): readonly ReadingSign[] {
  const found = foundIn(content, patterns);
  // Few texts hold anything, so the others need not be read without their comments.
  const inCode = found.length === 0 ? [] : foundIn(withoutComments(content), found);
  return inCode.map(([sign]) => sign);
}

type Pattern = readonly [ReadingSign, readonly RegExp[]];

function foundIn(text: string, among: readonly Pattern[]): readonly Pattern[] {
  return among.filter(([, ways]) => ways.some((way) => way.test(text)));
}

// Every repetition is bounded: the text may be ten megabytes of whatever makes a pattern slow. `§` stands for a quote.
// What is rare is looked for first, and what must stand before it from there backwards. A search that goes far stops
// where the same pattern could begin again.
function pattern(source: string): RegExp {
  return new RegExp(
    source
      .replaceAll('<TEST>', testPath)
      .replaceAll('<PLACE>', ownPlace)
      .replaceAll('<READER>', reader)
      .replaceAll('§', String.raw`['"\x60]`),
    'm',
  );
}

/** The inside of a string that names a folder or a file of tests. A name such as `latest` or `test-utils` is none. */
const testPath = String.raw`(?:[^'"\x60\n]{0,120}[/\\])?(?:(?:tests?|__tests__|testdata|__snapshots__)(?:[/\\][^'"\x60\n]{0,120})?|[\w.-]{1,80}(?:\.(?:test|spec)|_test|_spec)\.[a-z]{1,4}|test_[\w*]{1,80}\.py|\*(?:\.test|\.spec|_test)\.[a-z]{1,4}|conftest(?:\.py)?)`;

/** Where the code itself lies, or where its process began. */
const ownPlace = String.raw`(?:\bimport\.meta\.(?:url|dirname|filename)|\b__dirname\b|\b__filename\b|\b__file__\b|\bprocess\.cwd\(|\bgetcwd\(|\bPath\.cwd\(|\bos\.Getwd\()`;

/** Calls that read a file or list a folder. */
const reader = String.raw`(?:\b(?:readFile|readFileSync|readdir|readdirSync|opendir|opendirSync|createReadStream|openSync|globSync|glob|iglob|rglob|open|scandir|listdir|walk|ReadFile|ReadDir|WalkDir|Walk|Glob|Open|Path|import_module|__import__|require|import)\(|\binclude_(?:str|bytes)!\()`;

const readsTests = [
  // A reader, or a path from the code's own place, with the name of tests on the same line.
  String.raw`(?=§<TEST>§)(?<=<READER>[^\n]{0,160})§`,
  String.raw`(?=§<TEST>§)(?<=<PLACE>[^\n]{0,160})§`,
  String.raw`§<TEST>§[^\n]{0,120}?<PLACE>`,
  String.raw`\bfrom\s{1,9}§[^'"\x60\n]{0,120}\.(?:test|spec)\.[cm]?[jt]sx?(?:\?raw)?§`,
  // The program that was started is the test.
  String.raw`(?:\bprocess\.argv\[|\brequire\.main\.filename|\bmodule\.parent\.|\bsys\.argv\[0|\b__main__\b|\bos\.Args\[0)(?<=<READER>[^\n]{0,60})`,
  // All files of the folder above the code.
  String.raw`§\.\.[/\\]?§(?<=\b(?:readdir|readdirSync|opendir|opendirSync|scandir|listdir|walk|ReadDir|WalkDir|Walk)\([^\n]{0,120})`,
  String.raw`\bPYTEST_CURRENT_TEST\b|\bexpect\.getState\(|\bcurrentTestName\b`,
  String.raw`^[ \t]{0,40}(?:from|import)[ \t]{1,9}(?:tests?|conftest|test_\w{1,60})(?:\.\w{1,60})?(?:[ \t]{1,9}(?:import|as)\b|[ \t]{0,9}$)`,
  // A directive of Go, although it looks like a comment.
  String.raw`^\/\/go:embed[^\n]{0,200}(?:_test\.go|\btestdata\b|\btests?\/|[ \t]\*(?:\.go)?(?:[ \t]|$))`,
].map(pattern);

const patterns: readonly Pattern[] = [
  ['reads its tests', readsTests],
  [
    'looks at who calls it',
    [
      /\bprepareStackTrace\b|\bgetCallSites?\b|\bError\([^)\n]{0,80}\)\s{0,9}(?:\)\s{0,9})?\??\.stack\b|\{\s{0,9}stack\b[^}\n]{0,40}\}\s{0,9}=\s{0,9}(?:new\s{1,9})?Error\(/,
      /\b(?:e|err|error|ex|exception|trace|caught)\??\.stack\s{0,9}(?:!|\?)?\.\s{0,9}(?:split|match|matchAll|includes|indexOf|replace|search|slice|substring)\b|\.(?:exec|test)\((?:e|err|error|ex|exception|trace|caught)\??\.stack\b/,
      /\barguments\.callee\b/,
      /\binspect\.(?:stack|currentframe|getouterframes|getinnerframes|getframeinfo)\b|\bfrom\s{1,9}inspect\s{1,9}import\b(?:(?!\bfrom\s{1,9}inspect\b)[^\n]){0,120}\b(?:stack|currentframe|getouterframes)\b/,
      /\b_getframe\b|\b_current_frames\b|\btraceback\.(?:extract_stack|walk_stack|format_stack)\b|\.(?:f_back|f_locals|tb_frame)\b|\bsys\.(?:settrace|setprofile)\b/,
      /\bruntime\.Caller\(\s{0,9}(?!0\s{0,9}\))|\bruntime\.(?:Callers|CallersFrames|Stack)\b|\b(?:strings|bytes|regexp)\.[^\n]{0,80}\bdebug\.Stack\(/,
      /\bgetStackTrace\(|\bStackWalker\b|\bcaller_locations\b/,
    ],
  ],
  [
    'reads the source of functions',
    [
      /\bFunction\.prototype\.toString\b|\b(?:fn|func|callback|cb|caller)\.toString\(\s{0,9}\)|\brequire\.cache\b|['"`](?:node:)?inspector(?:\/promises)?['"`]|\bqueryObjects\b|\bgetHeapSnapshot\b|\bwriteHeapSnapshot\b/,
      /\binspect\.(?:getsource|getsourcelines|getsourcefile)\b|\bfrom\s{1,9}inspect\s{1,9}import\b(?:(?!\bfrom\s{1,9}inspect\b)[^\n]){0,120}\bgetsource|\bco_(?:consts|code|filename|firstlineno)\b|\bgc\.get_(?:objects|referrers)\b|\bimport\s{1,9}(?:linecache|dis)\b|\bsys\.modules\.(?:values|items)\(/,
      /\bObjectSpace\.each_object\b|['"`]debug\/elf['"`]/,
    ],
  ],
  [
    'looks where its files are mounted',
    [/\/proc\/(?:self|thread-self|\d{1,9}|\$\{|%[ds]|\{)|\bproc['"`]\s{0,9},\s{0,9}['"`]self\b/],
  ],
];
