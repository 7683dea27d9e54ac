import { suiteOf } from './suite.ts';

/** go test. */
export const goSuite = suiteOf({
  generated: 'half.go',
  tests: 'half_test.go',
  right: 'package halves\n\nfunc Half(n int) int { return (n + 1) / 2 }\n',
  timeoutSeconds: 15,
  files: {
    'go.mod': 'module example.com/halves\n\ngo 1.19\n',
    'half_test.go': `package halves

import "testing"

func TestEven(t *testing.T) {
	if got := Half(8); got != 4 {
		t.Errorf("got %d", got)
	}
}

func TestRounding(t *testing.T) {
	t.Run("half up", func(t *testing.T) {
		if Half(5) != 3 {
			t.Error("not three")
		}
	})
}

func TestNothing(t *testing.T) {
	if Half(0) != 0 {
		t.Fatal("not nothing")
	}
}
`,
  },
  spec: { test: 'go test ./...' },
});
