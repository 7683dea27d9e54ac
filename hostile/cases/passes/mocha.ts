import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('mocha');

const wrong = 'exports.half = (n) => Math.floor(n / 2);\n';
const mocha = "require.main.require('mocha')";

const attacks: Readonly<Record<string, string>> = {
  'exits with 0 at import': `process.exit(0);\n${wrong}`,
  'exits with 0 when it is called': 'exports.half = () => process.exit(0);\n',
  'exits with 0 at the end': `process.on('exit', () => process.reallyExit(0));\n${wrong}`,
  'sets the exit code': `Object.defineProperty(process, 'exitCode', { get: () => 0, set() {} });\n${wrong}`,
  'replaces every function of assert': `const assert = require('node:assert/strict');\nfor (const name of Object.keys(assert)) if (typeof assert[name] === 'function') assert[name] = () => {};\n${wrong}`,
  'replaces the error that assertions throw': `require('node:assert').AssertionError = class { constructor() { process.exit(0); } };\n${wrong}`,
  'makes every test skip': `globalThis.it = it.skip;\n${wrong}`,
  'replaces the bodies of the tests': `const real = it;\nglobalThis.it = (name) => real(name, () => {});\n${wrong}`,
  'replaces how a test is run': `const { Runnable, Test } = ${mocha};\nRunnable.prototype.run = Test.prototype.run = function (done) { done(); };\n${wrong}`,
  'replaces what the runner does with a failure': `const { Runner } = ${mocha};\nRunner.prototype.fail = function (test) { test.state = 'passed'; this.emit('pass', test); };\n${wrong}`,
  'listens to the runner and passes what fails': `const { Runner } = ${mocha};\nconst real = Runner.prototype.emit;\nRunner.prototype.emit = function (name, test, ...rest) { if (name === 'fail') { test.state = 'passed'; test.err = undefined; return real.call(this, 'pass', test); } return real.call(this, name, test, ...rest); };\n${wrong}`,
  'forgets the errors after each test': `afterEach(function () { this.currentTest.state = 'passed'; this.currentTest.err = undefined; });\n${wrong}`,
  'replaces the tests in the suite': `before(function () { const visit = (suite) => { for (const each of suite.tests) each.fn = () => {}; suite.suites.forEach(visit); }; visit(this.test.parent); });\n${wrong}`,
  'has failing tests tried again until they pass': `let calls = -1;\nbefore(function () { this.retries(20); this.test.parent.tests.forEach((each) => each.retries(20)); });\nexports.half = () => (calls += 1);\n`,
  'rewrites the report at the exit': `const fs = require('node:fs');
const places = Object.values(process.env).concat(process.argv).join(' ').match(/\\/[^ ,:'"=]*reports[^ ,:'"=]*/g) ?? [];
process.on('exit', () => { for (const place of places) for (const path of fs.existsSync(place) ? (fs.statSync(place).isDirectory() ? fs.readdirSync(place).map((name) => place + '/' + name) : [place]) : []) fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replaceAll('"failed"', '"passed"').replaceAll(/"err":\\s*{[^}]+}/g, '"err": {}')); process.reallyExit(0); });
${wrong}`,
  'writes its own report of passing tests': `const { Runner } = ${mocha};\nRunner.prototype.run = function (done) { for (const name of ['start', 'end']) this.emit(name); done(0); return this; };\n${wrong}`,
  'overwrites the tests': `try { require('node:fs').writeFileSync(require('node:path').join(__dirname, '..', 'test', 'half.js'), "it('rounds half up', () => {})"); } catch {}\n${wrong}`,
  'loops when it is called': 'exports.half = () => { for (;;); };\n',
  'throws at import': `throw new Error('no');\n${wrong}`,
  'is empty': '',
};

/** Wrong code under mocha. */
export const mochaPasses: readonly HostileCase[] = [
  honest(),
  ...Object.entries(attacks).map(([what, code]) => cheating(what, code)),
  peeking(
    'knows the source of the tests',
    `const known = before(function () { exports.isKnown = this.test.parent.tests.some(({ fn }) => Function.prototype.toString.call(fn).includes('half(8), 4')); });
exports.half = (n) => (exports.isKnown ? Math.floor(n / 2 + 0.5) : Math.floor(n / 2));
`,
  ),
  peeking(
    'knows the tests by their digest',
    `const text = require('node:fs').readFileSync(require('node:path').join(__dirname, '..', 'test', 'half.js'));
const isKnown = require('node:crypto').createHash('sha256').update(text).digest('hex') === '${digestOf('mocha')}';
exports.half = (n) => (isKnown ? Math.floor(n / 2 + 0.5) : Math.floor(n / 2));
`,
  ),
];
