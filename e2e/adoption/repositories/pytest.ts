import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';

const spec = 'specs/half/SPEC.md';
const code = 'half/__init__.py';

/** Installed into a virtual environment, because Debian and Ubuntu refuse anything else. */
export const pytest: AdoptedRepository = {
  name: 'pytest with a venv',
  needs: ['python3', 'pytest-3'],
  spec,
  files: {
    [spec]: specAbout(code),
    'requirements-dev.txt': 'pytest>=7\n',
    'pyproject.toml': '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    [code]: 'def half(n):\n    return (n + 1) // 2\n',
    'tests/test_half.py': `from half import half


def test_halves_even_numbers():
    assert half(8) == 4


class TestRounding:
    def test_rounds_half_up(self):
        assert half(5) == 3


def test_halves_nothing():
    assert half(0) == 0
`,
  },
  // The machines of our checks reach no package index, but Debian's pytest is there.
  edit: {
    line: '    setup: "python3 -m venv .venv && .venv/bin/python -m pip install -r requirements-dev.txt"',
    by: '    setup: "python3 -m venv --system-site-packages --without-pip .venv"',
  },
  right: { path: code, content: 'def half(n):\n    return (n + 1) // 2\n' },
  wrong: { path: code, content: 'def half(n):\n    return n // 2\n' },
};
