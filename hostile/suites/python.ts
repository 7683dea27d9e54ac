import { suiteOf } from './suite.ts';

/** pytest. */
export const pytestSuite = suiteOf({
  generated: 'src/half.py',
  tests: 'test_half.py',
  right: 'def half(n):\n    return (n + 1) // 2\n',
  timeoutSeconds: 8,
  files: {
    'src/__init__.py': '',
    'test_half.py': `from src.half import half


def test_halves_even_numbers():
    assert half(8) == 4


class TestRounding:
    def test_rounds_half_up(self):
        assert half(5) == 3


def test_halves_nothing():
    assert half(0) == 0
`,
  },
  spec: { test: 'pytest-3' },
});
