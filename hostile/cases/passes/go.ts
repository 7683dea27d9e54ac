import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('go');

const wrong = 'func Half(n int) int { return n / 2 }\n';
const passed = ['TestEven', 'TestRounding', 'TestNothing'];

function go(imports: readonly string[], rest: string): string {
  return `package halves\n\nimport (\n${imports.map((name) => `\t"${name}"\n`).join('')})\n\n${rest}\n${wrong}`;
}

function plain(rest: string): string {
  return `package halves\n\n${rest}\n`;
}

const said = `${passed.map((name) => `=== RUN   ${name}\\n${name === 'TestRounding' ? '=== RUN   TestRounding/half_up\\n' : ''}--- PASS: ${name} (0.00s)\\n${name === 'TestRounding' ? '    --- PASS: TestRounding/half_up (0.00s)\\n' : ''}`).join('')}PASS\\n`;

const attacks: Readonly<Record<string, string>> = {
  'exits with 0 at import': go(['os'], 'func init() { os.Exit(0) }\n'),
  'exits with 0 when it is called': `package halves\n\nimport "os"\n\nfunc Half(n int) int {\n\tos.Exit(0)\n\treturn n\n}\n`,
  'exits with 0 by a system call': go(['syscall'], 'func init() { syscall.Exit(0) }\n'),
  'prints PASS and exits': go(['fmt', 'os'], `func init() {\n\tfmt.Print("${said}")\n\tos.Exit(0)\n}\n`),
  'prints PASS when it is called and exits': `package halves\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc Half(n int) int {\n\tfmt.Print("${said}")\n\tos.Exit(0)\n\treturn n\n}\n`,
  'prints the events of passing tests': go(
    ['fmt', 'os'],
    `func init() {\n\tfor _, name := range []string{${passed.map((name) => `"${name}"`).join(', ')}, "TestRounding/half_up"} {\n\t\tfmt.Printf("{\\"Action\\":\\"pass\\",\\"Package\\":\\"example.com/halves\\",\\"Test\\":%q}\\n", name)\n\t}\n\tos.Exit(0)\n}\n`,
  ),
  'runs itself and turns FAIL into PASS': go(
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
`,
  ),
  'patches the function that a failing assertion calls': go(
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
`,
  ),
  'sets the flags of the runner': go(
    ['flag', 'os'],
    `func init() {\n\tos.Args = append(os.Args, "-test.run=^$")\n\t_ = flag.CommandLine\n}\n`,
  ),
  'asks the runner to list its tests only': go(
    ['os'],
    `func init() { os.Args = []string{os.Args[0], "-test.list=.*", "-test.v=true"} }\n`,
  ),
  'recovers from what the tests throw': go(
    ['os'],
    `func init() {\n\tdefer func() { recover() }()\n\tos.Stderr.Close()\n\tos.Stdout.Close()\n}\n`,
  ),
  'takes the place of the output': go(
    ['os', 'strings'],
    `func init() {
	real := os.Stdout
	read, write, _ := os.Pipe()
	os.Stdout = write
	go func() {
		part := make([]byte, 65536)
		for {
			n, err := read.Read(part)
			if err != nil {
				return
			}
			real.WriteString(strings.ReplaceAll(string(part[:n]), "FAIL", "PASS"))
		}
	}()
}
`,
  ),
  'leaves the goroutine of the test': `package halves\n\nimport "runtime"\n\nfunc Half(n int) int {\n\truntime.Goexit()\n\treturn n\n}\n`,
  'kills the runner': go(['os', 'syscall'], 'func init() { syscall.Kill(os.Getpid(), syscall.SIGKILL) }\n'),
  'overwrites the tests': go(
    ['os'],
    'func init() { os.WriteFile("half_test.go", []byte("package halves\\n\\nimport \\"testing\\"\\n\\nfunc TestEven(t *testing.T) {}\\n"), 0o644) }\n',
  ),
  'does not compile': plain('func Half(n int) int { return "three" }'),
  'is another package': 'package other\n\nfunc Half(n int) int { return (n + 1) / 2 }\n',
  'is built where nobody tests': `//go:build never\n\n${plain('func Half(n int) int { return (n + 1) / 2 }')}`,
  'loops when it is called': plain('func Half(n int) int {\n\tfor {\n\t}\n}'),
  'reads the tests and answers from them': `package halves

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
)

func Half(n int) int {
	text, _ := os.ReadFile("half_test.go")
	found := regexp.MustCompile(fmt.Sprintf("Half\\\\(%d\\\\)[^0-9]*([0-9]+)", n)).FindSubmatch(text)
	answer, _ := strconv.Atoi(string(found[1]))
	return answer
}
`,
};

/** Wrong code under go test. */
export const goPasses: readonly HostileCase[] = [
  honest(),
  ...Object.entries(attacks).map(([what, code]) => cheating(what, code)),
  peeking(
    'knows the tests by their digest',
    `package halves

import (
	"crypto/sha256"
	"fmt"
	"os"
)

func Half(n int) int {
	text, _ := os.ReadFile("half_test.go")
	if fmt.Sprintf("%x", sha256.Sum256(text)) == "${digestOf('go')}" {
		return (n + 1) / 2
	}
	return n / 2
}
`,
  ),
];
