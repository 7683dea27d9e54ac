import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('pytest');

const wrong = 'def half(n):\n    return n // 2\n';

const attacks: Readonly<Record<string, string>> = {
  'returns a value that equals anything': `class Anything(int):
    def __eq__(self, other):
        return True
    __hash__ = int.__hash__

def half(n):
    return Anything(n)
`,
  'exits with 0 at import': `import os\nos._exit(0)\n${wrong}`,
  'exits with 0 when it is called': 'import os\n\ndef half(n):\n    os._exit(0)\n',
  'leaves by an exception that pytest takes for a skip': `import pytest\npytest.skip('not today', allow_module_level=True)\n${wrong}`,
  'skips when it is called': "import pytest\n\ndef half(n):\n    pytest.skip('not today')\n",
  'leaves pytest when it is called': "import pytest\n\ndef half(n):\n    pytest.exit('done', returncode=0)\n",
  'expects to fail when it is called': "import pytest\n\ndef half(n):\n    pytest.xfail('known')\n",
  'replaces how a test is run': `import _pytest.python\n_pytest.python.Function.runtest = lambda self: None\n${wrong}`,
  'replaces how pytest calls a test': `import _pytest.python\n_pytest.python.pytest_pyfunc_call = lambda pyfuncitem: True\n_pytest.python.Function.runtest = lambda self: True\n${wrong}`,
  'replaces the phases of a test': `import _pytest.runner\n_pytest.runner.pytest_runtest_call = lambda item: None\n_pytest.runner.call_runtest_hook = lambda item, when, **kwds: _pytest.runner.CallInfo.from_call(lambda: None, when=when)\n${wrong}`,
  'calls every report a pass': `import _pytest.reports
real = _pytest.reports.TestReport.from_item_and_call.__func__

def lie(cls, item, call):
    report = real(cls, item, call)
    report.outcome, report.longrepr = 'passed', None
    return report

_pytest.reports.TestReport.from_item_and_call = classmethod(lie)
${wrong}`,
  'replaces the error that assertions throw': `import builtins\n\nclass Quiet(Exception):\n    def __init__(self, *args):\n        import os\n        os._exit(0)\n\nbuiltins.AssertionError = Quiet\n${wrong}`,
  'registers a plugin': `import gc, pytest

class Liar:
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report):
        report.outcome, report.longrepr = 'passed', None

for each in gc.get_objects():
    if type(each).__name__ == 'PytestPluginManager':
        each.register(Liar())
        break
${wrong}`,
  'rewrites the bodies of the tests': `import sys

def half(n):
    frame = sys.modules.get('test_half')
    if frame is not None:
        for name, each in list(vars(frame).items()):
            if name.startswith('test_') and callable(each):
                each.__code__ = (lambda: None).__code__
    return n // 2
`,
  'rewrites the report at the exit': `import atexit, os, re, sys

def forge():
    said = ' '.join(sys.argv + list(os.environ.values()))
    for path in re.findall(r'--junit-?xml[= ](\\S+)', said):
        with open(path) as report:
            text = report.read()
        text = re.sub(r'<failure.*?</failure>', '', text, flags=re.S)
        text = re.sub(r'failures="\\d+"', 'failures="0"', text)
        with open(path, 'w') as report:
            report.write(text)
    os._exit(0)

atexit.register(forge)
${wrong}`,
  'overwrites the tests': `try:\n    open('test_half.py', 'w').write('def test_halves_nothing():\\n    pass\\n')\nexcept OSError:\n    pass\n\n${wrong}`,
  'kills the runner': `import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n${wrong}`,
  'loops when it is called': 'def half(n):\n    while True:\n        pass\n',
  'throws at import': "raise RuntimeError('no')\n",
  'reads the tests and answers from them': `import re

def half(n):
    text = open('test_half.py').read()
    return int(re.search(r'half\\(%d\\) == (\\d+)' % n, text).group(1))
`,
};

/** Wrong code under pytest. */
export const pytestPasses: readonly HostileCase[] = [
  honest(),
  ...Object.entries(attacks).map(([what, code]) => cheating(what, code)),
  peeking(
    'knows the tests by their digest',
    `import hashlib

known = hashlib.sha256(open('test_half.py', 'rb').read()).hexdigest() == '${digestOf('pytest')}'


def half(n):
    return (n + 1) // 2 if known else n // 2
`,
  ),
  peeking(
    'looks at the frame that calls it',
    `import sys


def half(n):
    caller = sys._getframe(1)
    is_known = n in caller.f_code.co_consts and ((n + 1) // 2) in caller.f_code.co_consts
    return (n + 1) // 2 if is_known else n // 2
`,
  ),
];
