# A test runner for the `halves` project: reads the code and test/half.test.mjs, and reports each test in JUnit XML. It knows
# the code that simulated models write there, and the lines `test('NAME', () => assert.equal(half(N), M));`.
half() { half=unknown; }
while IFS= read -r line; do
  case $line in
    'export const half = (n) => Math.floor(n / 2 + 0.5);') half() { half=$((($1 + 1) / 2)); } ;;
    'export const half = (n) => Math.floor(n / 2);') half() { half=$(($1 / 2)); } ;;
  esac
done < src/half.mjs

exec > report.xml
echo '<testsuite name="test/half.test.mjs">'
status=0
while IFS=\' read -r call name rest; do
  [ "$call" = 'test(' ] || continue
  asked=${rest#*'half('}
  wanted=${asked#*'), '}
  half "${asked%%')'*}"
  failure=
  [ "$half" = "${wanted%%')'*}" ] || failure='<failure message="another value"/>' status=1
  printf '<testcase name="%s">%s</testcase>\n' "$name" "$failure"
done < test/half.test.mjs
echo '</testsuite>'
exit $status
