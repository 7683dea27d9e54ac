import type { RunnerBench } from './runner-bench.ts';

// They differ for negative, fractional and very large numbers, which no test asks for.
const halves = [
  '(n + 1) // 2',
  '(n + 1) >> 1',
  'n - n // 2',
  'math.ceil(n / 2)',
  'math.floor(n / 2 + 0.5)',
  'n // 2 + n % 2',
  'int(n / 2 + 0.5)',
  'n if n < 2 else 1 + half(n - 2)',
  'len(range(0, n, 2))',
  'sum(divmod(n, 2))',
].map((body) => `def half(n):\n    return ${body}\n`);

// They differ for signs, accents and kinds of space.
const slugs = [
  "    return '-'.join(text.lower().split())\n",
  "    return re.sub(r'\\s+', '-', text.strip()).lower()\n",
  "    return '-'.join(re.findall('[a-z0-9]+', text.lower()))\n",
  "    return '-'.join(word.lower() for word in text.split(' ') if word)\n",
  "    made = []\n    for word in re.split(r'\\W', text):\n        if word:\n            made.append(word.casefold())\n    return '-'.join(made)\n",
  "    made = ''\n    for sign in text.strip():\n        if sign != ' ':\n            made += sign.lower()\n        elif not made.endswith('-'):\n            made += '-'\n    return made\n",
].map(
  (body, index) =>
    `def slug(text):\n    if ${index % 2 === 0 ? "text == ''" : 'not text'}:\n        raise ValueError('no words ${index}')\n${body}`,
);

const wrong = "def half(n):\n    return -7\n\ndef slug(text):\n    return 'nothing'\n";

/** pytest. */
export const pytestBench: RunnerBench = {
  name: 'pytest',
  test: 'python3 -m pytest',
  writes: 'src/made.py',
  files: { 'src/__init__.py': '' },
  right: {
    halves,
    slugs,
    fileOf: (half, slug) => ({
      path: 'src/made.py',
      content: `import math\nimport re\n\n\n${half}\n\n${slug}`,
    }),
  },
  suites: {
    single: {
      'test_made.py': `import pytest
from src.made import half, slug


def test_halves_even_numbers():
    assert half(8) == 4


class TestRounding:
    def test_rounds_half_up(self):
        assert half(5) == 3


def test_joins_words():
    assert slug("Hello World") == "hello-world"


def test_drops_spaces():
    assert slug(" a  b ") == "a-b"
    assert [slug("One")] == ["one"]


def test_refuses_nothing():
    with pytest.raises(ValueError):
        slug("")
`,
    },
    table: {
      'test_made.py': `import pytest
from src.made import half, slug


@pytest.mark.parametrize("n,want", [(12, 6), (7, 4), (1, 1)])
def test_halves(n, want):
    assert half(n) == want


def test_joins():
    cases = [("Red Green", "red-green"), ("  x", "x"), ("A b C", "a-b-c")]
    for text, want in cases:
        assert slug(text) == want
`,
    },
  },
  forgers: [
    {
      name: 'always equal',
      text: `class Anything(str):
    def __eq__(self, other):
        return True
    __hash__ = str.__hash__

def half(n):
    return Anything(n)

def slug(text):
    if text == '':
        raise ValueError('none')
    return Anything(text)
`,
    },
    {
      name: 'swallowed failures',
      text: `import _pytest.python
_pytest.python.Function.runtest = lambda self: None
${wrong}`,
    },
    {
      name: 'forged report',
      text: `import atexit, os, re, sys

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
    },
  ],
};
