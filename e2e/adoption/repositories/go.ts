import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';

const spec = 'specs/half/SPEC.md';
const code = 'internal/half/half.go';

const halfBy = (body: string): string => `package half

// Half is a number divided by two, as a whole number.
func Half(n int) int { return ${body} }
`;

/** A module with tests beside the code, as Go has it. */
export const go: AdoptedRepository = {
  name: 'go',
  needs: ['go'],
  spec,
  files: {
    [spec]: specAbout(code),
    'go.mod': 'module example.com/numbers\n\ngo 1.19\n',
    [code]: halfBy('(n + 1) / 2'),
    'internal/half/half_test.go': `package half

import "testing"

func TestEven(t *testing.T) {
	if got := Half(8); got != 4 {
		t.Errorf("Half(8) = %d, want 4", got)
	}
}

func TestRounding(t *testing.T) {
	if got := Half(5); got != 3 {
		t.Errorf("Half(5) = %d, want 3", got)
	}
}
`,
  },
  right: { path: code, content: halfBy('(n + 1) / 2') },
  wrong: { path: code, content: halfBy('n / 2') },
};
