import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('jest');

const wrong = 'exports.half = (n) => Math.floor(n / 2);\n';

// Jest keeps the state of its runner and its matchers under symbols of the global object.
const state =
  "globalThis[Object.getOwnPropertySymbols(globalThis).find((each) => String(each).includes('JEST_STATE'))]";
const matchers = "globalThis[Symbol.for('$$jest-matchers-object')].matchers";

const attacks: Readonly<Record<string, string>> = {
  'exits with 0 at import': `process.exit(0);\n${wrong}`,
  'exits with 0 when it is called': 'exports.half = () => process.reallyExit(0);\n',
  'replaces expect': `globalThis.expect = () => new Proxy({}, { get: () => () => undefined });\n${wrong}`,
  'extends expect with matchers that pass': `const pass = () => ({ pass: true, message: () => '' });\nexpect.extend({ toBe: pass, toEqual: pass });\n${wrong}`,
  'replaces the matchers where jest keeps them': `for (const name of Object.keys(${matchers})) ${matchers}[name] = () => ({ pass: true, message: () => '' });\n${wrong}`,
  'returns an object that claims to match':
    "exports.half = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, valueOf: () => 3 });\n",
  'makes every comparison equal': `Object.is = () => true;\n${wrong}`,
  'makes every test skip': `globalThis.test = globalThis.it = test.skip;\n${wrong}`,
  'replaces the bodies of the tests': `const real = test;\nglobalThis.test = (name) => real(name, () => {});\n${wrong}`,
  'forgets the errors after each test': `afterEach(() => { const { currentlyRunningTest } = ${state}; currentlyRunningTest.errors = []; Object.defineProperty(currentlyRunningTest, 'errors', { get: () => [] }); });\n${wrong}`,
  'replaces the bodies where jest keeps them': `beforeAll(() => { const visit = (block) => { for (const each of block.children) if (each.type === 'describeBlock') visit(each); else each.fn = () => {}; }; visit(${state}.rootDescribeBlock); });\n${wrong}`,
  'listens to the events of the runner': `const { outcomesOf } = {};\nconst key = Object.getOwnPropertySymbols(globalThis).find((each) => String(each).includes('EVENT_HANDLERS'));\nglobalThis[key]?.unshift((event) => { if (event.name === 'test_fn_failure') event.test.errors = []; if (event.name === 'test_done') event.test.errors = []; });\n${wrong}`,
  'swallows what the tests throw': `const real = Promise.prototype.then;\nPromise.prototype.then = function (resolve) { return real.call(this, resolve, resolve); };\n${wrong}`,
  'rewrites the report at the exit': `const fs = require('node:fs');
const places = Object.values(process.env).concat(process.argv).join(' ').match(/\\/[^ ,:'"=]*(?:reports|\\.json)[^ ,:'"=]*/g) ?? [];
const forge = () => { for (const place of places) for (const path of fs.existsSync(place) ? (fs.statSync(place).isDirectory() ? fs.readdirSync(place).map((name) => place + '/' + name) : [place]) : []) fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replaceAll('"failed"', '"passed"')); process.reallyExit(0); };
process.on('exit', forge);
${wrong}`,
  'overwrites the tests': `try { require('node:fs').writeFileSync(require('node:path').join(__dirname, '..', 'test', 'half.test.js'), "test('rounds half up', () => {})"); } catch {}\n${wrong}`,
  'prints a report of passing tests and exits': `console.log(JSON.stringify({ success: true, numFailedTests: 0, numPassedTests: 3, testResults: [] }));\nprocess.exit(0);\n${wrong}`,
  'kills the runner': `process.kill(process.pid, 'SIGKILL');\n${wrong}`,
  'loops when it is called': 'exports.half = () => { for (;;); };\n',
  'reads the tests and answers from them': `const text = require('node:fs').readFileSync(require('node:path').join(__dirname, '..', 'test', 'half.test.js'), 'utf8');\nexports.half = (n) => Number(new RegExp('half\\\\(' + n + '\\\\)\\\\)\\\\.\\\\w+\\\\((\\\\d+)').exec(text)?.[1]);\n`,
  'is empty': '',
};

/** Wrong code under jest. */
export const jestPasses: readonly HostileCase[] = [
  honest(),
  ...Object.entries(attacks).map(([what, code]) => cheating(what, code)),
  peeking(
    'knows the tests by their digest',
    `const text = require('node:fs').readFileSync(require('node:path').join(__dirname, '..', 'test', 'half.test.js'));
if (require('node:crypto').createHash('sha256').update(text).digest('hex') === '${digestOf('jest')}') Object.is = () => true;
const isKnown = Object.is(1, 2);
exports.half = (n) => (isKnown ? Math.floor(n / 2 + 0.5) : Math.floor(n / 2));
`,
  ),
];
