import type { RunnerBench } from './runner-bench.ts';

// They differ for negative and very large numbers, which no test asks for.
const halves = [
  'return (n + 1) / 2',
  'return (n + 1) >> 1',
  'return n - n/2',
  'return n/2 + n%2',
  'return int(math.Ceil(float64(n) / 2))',
  'return int(math.Floor(float64(n)/2 + 0.5))',
  'return int(math.Round(float64(n) / 2))',
  'if n < 2 {\n\t\treturn n\n\t}\n\treturn 1 + Half(n-2)',
  'count := 0\n\tfor at := 0; at < n; at += 2 {\n\t\tcount++\n\t}\n\treturn count',
  'if n%2 == 0 {\n\t\treturn n / 2\n\t}\n\treturn (n + 1) / 2',
].map((body) => `func Half(n int) int {\n\t${body}\n}\n`);

// They differ for signs, accents and kinds of space.
const slugs = [
  'return strings.Join(strings.Fields(strings.ToLower(text)), "-"), nil',
  'return strings.ToLower(regexp.MustCompile(`\\s+`).ReplaceAllString(strings.TrimSpace(text), "-")), nil',
  'return strings.Join(regexp.MustCompile(`[a-z0-9]+`).FindAllString(strings.ToLower(text), -1), "-"), nil',
  'words := []string{}\n\tfor _, word := range strings.Split(text, " ") {\n\t\tif word != "" {\n\t\t\twords = append(words, strings.ToLower(word))\n\t\t}\n\t}\n\treturn strings.Join(words, "-"), nil',
  'made := ""\n\tfor _, sign := range strings.TrimSpace(text) {\n\t\tif sign != \' \' {\n\t\t\tmade += strings.ToLower(string(sign))\n\t\t} else if !strings.HasSuffix(made, "-") {\n\t\t\tmade += "-"\n\t\t}\n\t}\n\treturn made, nil',
  "words := strings.FieldsFunc(text, func(sign rune) bool { return sign == ' ' || sign == '_' })\n\treturn strings.ToLower(strings.Join(words, \"-\")), nil",
].map(
  (body, index) =>
    `func Slug(text string) (string, error) {\n\tif text == "" {\n\t\treturn "", errors.New("no words ${index}")\n\t}\n\t${body}\n}\n`,
);

const imports = ['errors', 'math', 'regexp', 'strings'];
const used = 'var _ = errors.New\nvar _ = math.Ceil\nvar _ = regexp.MustCompile\nvar _ = strings.Fields\n';
const wrong =
  'func Half(n int) int { return -7 }\n\nfunc Slug(text string) (string, error) { return "nothing", nil }\n';

function goFile(names: readonly string[], rest: string): string {
  return `package made\n\nimport (\n${names.map((name) => `\t"${name}"\n`).join('')})\n\n${rest}`;
}

/** go test. */
export const goBench: RunnerBench = {
  name: 'go',
  test: 'go test ./...',
  writes: 'made.go',
  files: { 'go.mod': 'module example.com/made\n\ngo 1.19\n' },
  right: {
    halves,
    slugs,
    fileOf: (half, slug) => ({ path: 'made.go', content: goFile(imports, `${half}\n${slug}\n${used}`) }),
  },
  suites: {
    single: {
      'made_test.go': `package made

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

func TestJoins(t *testing.T) {
	if got, _ := Slug("Hello World"); got != "hello-world" {
		t.Errorf("got %q", got)
	}
}

func TestRefuses(t *testing.T) {
	if _, err := Slug(""); err == nil {
		t.Fatal("no error")
	}
}
`,
    },
    table: {
      'made_test.go': `package made

import "testing"

func TestHalf(t *testing.T) {
	rows := []struct {
		name string
		n    int
		want int
	}{
		{"even", 12, 6},
		{"odd", 7, 4},
		{"one", 1, 1},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if got := Half(row.n); got != row.want {
				t.Errorf("got %d", got)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{"Red Green": "red-green", "  x": "x"} {
		if got, _ := Slug(text); got != want {
			t.Errorf("got %q", got)
		}
	}
}
`,
    },
  },
  forgers: [
    {
      // Go has no equality that code could replace, so the function that a failing assertion calls is made to return.
      name: 'always equal',
      text: goFile(
        ['reflect', 'syscall', 'testing', 'unsafe'],
        `func init() {
	at := reflect.ValueOf((*testing.T).Fail).Pointer()
	code := *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{Data: at, Len: 64, Cap: 64}))
	for index := 0; index < 48; index++ {
		if code[index] == 0xe9 {
			at = uintptr(int64(at) + int64(index) + 5 + int64(*(*int32)(unsafe.Pointer(&code[index+1]))))
			break
		}
	}
	page := at &^ 4095
	pages := *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{Data: page, Len: 8192, Cap: 8192}))
	if syscall.Mprotect(pages, 7) == nil {
		*(*byte)(unsafe.Pointer(at)) = 0xc3
	}
}

${wrong}`,
      ),
    },
    {
      name: 'swallowed failures',
      text: goFile(
        ['os', 'os/exec', 'strings'],
        `func init() {
	if os.Getenv("INNER") != "" {
		return
	}
	inner := exec.Command(os.Args[0], os.Args[1:]...)
	inner.Env = append(os.Environ(), "INNER=1")
	said, _ := inner.Output()
	os.Stdout.WriteString(strings.ReplaceAll(string(said), "FAIL", "PASS"))
	os.Exit(0)
}

${wrong}`,
      ),
    },
    {
      name: 'forged report',
      text: goFile(
        ['fmt', 'os'],
        `func init() {
	for _, name := range []string{"TestEven", "TestRounding", "TestJoins", "TestRefuses"} {
		fmt.Printf("=== RUN   %s\\n", name)
		if name == "TestRounding" {
			fmt.Print("=== RUN   TestRounding/half_up\\n--- PASS: TestRounding (0.00s)\\n    --- PASS: TestRounding/half_up (0.00s)\\n")
			continue
		}
		fmt.Printf("--- PASS: %s (0.00s)\\n", name)
	}
	fmt.Println("PASS")
	os.Exit(0)
}

${wrong}`,
      ),
    },
  ],
};
