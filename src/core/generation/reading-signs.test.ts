import { describe, expect, test } from '@jest/globals';
import { hugeOnceRepeated } from '../../testing/builders/hostile-text.ts';
import { readingSignsOf } from './reading-signs.ts';

describe('code that reads or inspects its tests shows it', () => {
  test.each([
    `const text = fs.readFileSync(new URL('../test/half.test.mjs', import.meta.url), 'utf8');`,
    `const text = readFileSync('tests/half.test.js', 'utf8');`,
    `const file = path.join(__dirname, '..', '__tests__', 'half.js');\nrun(fs.readFileSync(file));`,
    `for (const name of fs.readdirSync('test')) load(name);`,
    `import cases from '../src/half.test.ts?raw';`,
    `const cases = require('../tests/cases.json');`,
    `const here = readFileSync(process.argv[1], 'utf8');`,
    `const folder = readdirSync(path.join(import.meta.dirname, '..'));`,
    `const known = { abc: 2 }[createHash('sha256').update(readFileSync('test/half.test.mjs')).digest('hex')];`,
    `const lines = new Error().stack.split('\\n');`,
    `const { stack } = new Error('here');`,
    `try { throw new Error('x'); } catch (error) { at = error.stack.match(/:(\\d+):/); }`,
    `Error.prepareStackTrace = (_, frames) => frames;`,
    `const [caller] = util.getCallSites();`,
    `const source = arguments.callee.caller.toString();`,
    `const source = Function.prototype.toString.call(given);`,
    `for (const key of Object.keys(require.cache)) look(require.cache[key]);`,
    `import inspector from 'node:inspector';`,
    `const mounts = fs.readFileSync('/proc/self/mountinfo', 'utf8');`,
    'const memory = open(`/proc/${process.pid}/maps`);',
    `const { currentTestName } = expect.getState();`,
  ])('in JavaScript: %s', (code) => {
    expect(readingSignsOf(code)).not.toEqual([]);
  });

  test.each([
    `text = open('tests/test_half.py').read()`,
    `text = Path(__file__).parent.parent.joinpath('tests', 'test_half.py').read_text()`,
    `for name in os.listdir("tests"): load(name)`,
    `for path in Path('.').rglob('test_*.py'): load(path)`,
    `names = os.listdir(os.path.join(os.path.dirname(__file__), '..'))`,
    `module = importlib.import_module('tests.test_half')\nsource = inspect.getsource(module)`,
    `from tests.test_half import CASES`,
    `import conftest`,
    `known = hashlib.sha256(open("tests/test_half.py", "rb").read()).hexdigest() in DIGESTS`,
    `frame = sys._getframe(1)`,
    `caller = inspect.stack()[1]`,
    `from inspect import signature, currentframe`,
    `from inspect import signature, getsource as source`,
    `from inspect import signature; from inspect import getsourcelines`,
    `line = traceback.extract_stack()[-2].line`,
    `values = inspect.currentframe().f_back.f_locals`,
    `wanted = function.__code__.co_consts`,
    `for thing in gc.get_objects(): look(thing)`,
    `for module in sys.modules.values(): look(module)`,
    `name = os.environ.get('PYTEST_CURRENT_TEST')`,
    `mounts = open('/proc/self/mountinfo').read()`,
    `code = open(sys.argv[0]).read()`,
  ])('in Python: %s', (code) => {
    expect(readingSignsOf(code)).not.toEqual([]);
  });

  test.each([
    `text, _ := os.ReadFile("half_test.go")`,
    `text, _ := os.ReadFile(filepath.Join("..", "tests", "cases.json"))`,
    `cases, _ := os.ReadFile("testdata/cases.json")`,
    `names, _ := filepath.Glob("*_test.go")`,
    `entries, _ := os.ReadDir("../")`,
    `filepath.WalkDir("..", visit)`,
    `//go:embed half_test.go\nvar tests string`,
    `//go:embed *.go\nvar all embed.FS`,
    `sum := sha256.Sum256(must(os.ReadFile("half_test.go")))`,
    `_, file, line, _ := runtime.Caller(1)`,
    `_, file, line, _ := runtime.Caller(depth)`,
    `count := runtime.Callers(2, counters)`,
    `runtime.Stack(buffer, false)`,
    `if strings.Contains(string(debug.Stack()), "TestHalf") {`,
    `import "debug/elf"`,
    `mounts, _ := os.ReadFile("/proc/self/mountinfo")`,
    `path := fmt.Sprintf("/proc/%d/cmdline", os.Getpid())`,
    `binary, _ := os.ReadFile(os.Args[0])`,
  ])('in Go: %s', (code) => {
    expect(readingSignsOf(code)).not.toEqual([]);
  });
});

describe('honest code shows nothing', () => {
  test.each([
    `const rates = JSON.parse(readFileSync(new URL('./rates.json', import.meta.url), 'utf8'));`,
    `const table = fs.readFileSync(path.join(__dirname, '..', 'data', 'table.csv'));`,
    `for (const name of fs.readdirSync(folder)) if (name.endsWith('.test.js')) found.push(name);`,
    `const isTest = (path) => /__tests__|[.]test[.]/.test(path);\nconst text = readFileSync(file);`,
    `const message = new Error('no').message;`,
    `throw new Error(\`unknown unit: \${unit}\`);`,
    `console.error(error.stack);`,
    `return { message: error.message, stack: error.stack };`,
    `class Bad extends Error { constructor() { super(); Error.captureStackTrace(this, Bad); } }`,
    `this.stack.push(token); const top = this.stack.slice(-1); if (stack.includes(top)) return;`,
    `const kind = Object.prototype.toString.call(value);`,
    `const text = value.toString(); const hex = number.toString(16);`,
    `if (require.main === module) main();`,
    `if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));`,
    `// The cases of "../test/half.test.mjs" are read by readFileSync there.\nexport const half = 1;`,
    `/*\n * readFileSync('tests/a.test.js') shows how.\n */\nexport const half = 1;`,
    `const latest = readFileSync('latest/index.json'); const best = require('./contest/rules');`,
    `import { build } from './test-utils.js'; import { spec } from './spec/openapi.js';`,
    `const sum = createHash('sha256').update(readFileSync(path)).digest('hex');`,
    `if (process.env.NODE_ENV === 'test') level = 'silent';`,
    `const cpus = readFileSync('/proc/cpuinfo', 'utf8');`,
    `const ok = /test/.test(word); const next = pattern.exec(line);`,
  ])('in JavaScript: %s', (code) => {
    expect(readingSignsOf(code)).toEqual([]);
  });

  test.each([
    `RATES = json.loads((Path(__file__).parent / 'rates.json').read_text())`,
    `with open(os.path.join(os.path.dirname(__file__), "data", "table.csv")) as file:\n    rows = list(file)`,
    `for folder, _, names in os.walk(root): collect(names)`,
    `def is_test(path): return path.name.startswith("test_")`,
    `raise ValueError(f"unknown unit: {unit}")`,
    `log.error(traceback.format_exc())`,
    `parameters = inspect.signature(function).parameters`,
    `if inspect.iscoroutinefunction(function): return await function()`,
    `names = function.__code__.co_varnames[: function.__code__.co_argcount]`,
    `module = sys.modules[__name__]`,
    `plugin = importlib.import_module(name)`,
    `stack = []\nstack.append(token)\ntop = stack.pop()`,
    `"""Reads a table; tests/test_table.py shows how with open('tests/a.csv')."""\nX = 1`,
    `def half(n):\n    """Half of n.\n\n    See open("tests/test_half.py").\n    """\n    return n / 2`,
    `# open('tests/test_half.py') has examples\nX = 1`,
    `digest = hashlib.sha256(path.read_bytes()).hexdigest()`,
    `if __name__ == "__main__":\n    main(sys.argv[1:])`,
    `from contest import rules\nimport testing_tools\nfrom .latest import newest`,
    `load = open("/proc/loadavg").read()`,
  ])('in Python: %s', (code) => {
    expect(readingSignsOf(code)).toEqual([]);
  });

  test.each([
    `//go:embed rates.json\nvar rates []byte`,
    `//go:embed templates/*.html\nvar templates embed.FS`,
    `text, err := os.ReadFile(path)`,
    `text, err := os.ReadFile("data/table.csv")`,
    `_, file, _, _ := runtime.Caller(0)`,
    `log.Printf("%v\\n%s", reason, debug.Stack())`,
    `return fmt.Errorf("unknown unit %q", unit)`,
    `func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }`,
    `err := filepath.WalkDir(root, visit)`,
    `entries, err := os.ReadDir(folder)`,
    `sum := sha256.Sum256(text)`,
    `fmt.Fprintf(os.Stderr, "usage: %s FILE\\n", os.Args[0])`,
    `name := runtime.FuncForPC(reflect.ValueOf(handler).Pointer()).Name()`,
    `runtime.GC(); workers := runtime.NumCPU()`,
    `stack = append(stack, token); top := stack[len(stack)-1]`,
    `// os.ReadFile("half_test.go") is how the examples are read.\nfunc Half() {}`,
    `folder, err := os.MkdirTemp("", "test")`,
    `memory, err := os.ReadFile("/proc/meminfo")`,
  ])('in Go: %s', (code) => {
    expect(readingSignsOf(code)).toEqual([]);
  });
});

test('the sign is named', () => {
  const code = `const a = readFileSync('test/a.test.js');\nconst b = new Error().stack;\nconst c = '/proc/self/cwd';`;

  expect(readingSignsOf(code)).toEqual([
    'reads its tests',
    'looks at who calls it',
    'looks where its files are mounted',
  ]);
});

// A search that goes back over what it has read would take hours; how long ours takes is in bench/times.ts.
test.each([...hugeOnceRepeated, 'open("tests', '/*', '"""', 'from inspect import ', '.stack'])(
  'a million times %j is scanned to its end',
  (piece) => {
    expect(readingSignsOf(piece.repeat(1_000_000))).toEqual([]);
  },
);
