import type { HtmlReport } from '../../core/report/html/html-report.ts';
import type { Part } from '../../core/parts/part.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict, aVersion } from './a-summary.ts';
import { anEvidence } from './an-evidence.ts';
import { hostileText } from './hostile-text.ts';
import { blamed, foundBehindVerdict } from './some-words.ts';

const script = '<script>window.hit=1</script>';
const image = '"><img src=x onerror=window.hit=1>';
const graphic = "'><svg/onload=window.hit=1>";
const closing = '</style></title></pre></details><script>window.hit=1</script>';
const address = 'javascript:window.hit=1';
const linked = '[click](javascript:window.hit=1)';
const anchor = '<a href="javascript:window.hit=1" autofocus onfocus=window.hit=1>x</a>';

/** Markup that would set `window.hit` or send a request if it were ever executed as markup. */
export const attacks: readonly string[] = [
  script,
  image,
  graphic,
  closing,
  address,
  linked,
  anchor,
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">',
  '<link rel=stylesheet href=http://127.0.0.1:9/x.css><img src=http://127.0.0.1:9/x.png>',
  '<div data-slot="0"></div>$& $1 </script><script>window.hit=1</script>',
  'url(http://127.0.0.1:9/y.png) {{constructor.constructor("window.hit=1")()}}',
];

/** A report in which every text from outside is hostile, and most of them a megabyte long. */
export function hostileReport(length = 1_000_000): HtmlReport {
  const long = (start: string): string => `${start} ${'A'.repeat(length)} ${start}\n${start}`;
  const specs = [long(script), long(image), '__proto__', hostileText[5] ?? ''];
  const models = [long(graphic), address, hostileText[5] ?? ''];
  const tests = [...attacks, ...hostileText, long(closing)];
  const hunk = aHunk({
    file: long(linked),
    added: [...attacks, ...hostileText, long(anchor)],
    removed: [long(script), ...attacks],
  });
  const version = (name: string, side: 'base' | 'head'): SpecVersion => ({
    ...aVersion('duration', side),
    files: [{ path: hunk.file, text: [long(name), ...attacks, ...hostileText].join('\n').repeat(3) }],
    emptied: attacks,
  });
  const parts = [
    { present: [...attacks, ...hostileText].join('\n'), absent: long(script) },
    { present: '', absent: [long(image), ...attacks].join('\n') },
    { present: long(closing), absent: '' },
  ].map(({ present, absent }, index): Part => {
    const lines = [index + 1, index + 3] as const;
    return { id: `${attacks[index]}`, file: hunk.file, kind: 'example', lines, present, absent };
  });
  const made = aSummary({
    conclusion: 'failure',
    skipReason: null,
    models: models.map((id) =>
      aModel(id, { servedBy: [long(closing), ...attacks], effort: long(image), stopped: long(script) }),
    ),
    changes: specs.map((name) =>
      aChange({
        name,
        hunks: [hunk, { ...hunk, index: 1, headStart: 60, baseStart: 60 }],
        base: version(name, 'base'),
        head: version(name, 'head'),
        changedTests: [...attacks, long(script)],
      }),
    ),
    verdicts: specs.flatMap((spec) =>
      models.map((model, index) =>
        aVerdict({
          spec,
          model,
          verdict: index === 0 ? 'regressed' : 'inconclusive',
          head: { passed: 1, failed: 2, unmeasured: 1 },
          base: { passed: 2, failed: 1, unmeasured: 0 },
          brokenTests: tests,
          culprit: index === 0 ? [hunk] : [],
          why: index === 0 ? null : long(attacks.join(' ')),
        }),
      ),
    ),
    matrix: specs.flatMap((spec) =>
      tests.map((test) =>
        aRow(
          test,
          Object.fromEntries(
            models.map((model) => [
              model,
              { base: { passed: 5, failed: 0 }, head: { passed: 0, failed: 5 } },
            ]),
          ),
          { spec },
        ),
      ),
    ),
    portability: specs.map((spec) => ({ spec, base: 0.9, head: 0.4, portableOn: models })),
    red: specs.map((spec) => ({ spec, failing: tests, why: long(image) })),
    brokenByHead: specs.map((spec, at) => ({
      ...{ spec, tests, otherFiles: [...attacks, long(script)] },
      isLeftOut: at % 2 === 0,
    })),
    belowMinimum: [long(script)],
    notes: [...attacks, ...hostileText, long(closing)],
    settings: { ...aSummary().settings, isolation: long(graphic) },
  });
  const summary = {
    ...made,
    words: made.verdicts
      .filter(({ verdict, spec }) => verdict === 'regressed' && spec !== specs[1])
      .map((verdict) =>
        foundBehindVerdict(verdict, {
          parts: parts.map((part) => blamed(part, { probability: 1 / parts.length })),
          end: 'undecided',
        }),
      ),
  };
  const evidence = anEvidence(summary, {
    path: "src/' onmouseover=window.hit=1 x='.mjs",
    passing: [...attacks, ...hostileText, long(script)].join('\n'),
    failing: [...hostileText, ...attacks, long(image)].join('\n'),
    test: long(closing),
    message: long(attacks.join('\n')),
    output: long([...attacks, ...hostileText].join('\n')),
    served: long(image),
  });
  const place = {
    repository: long(script),
    repositoryUrl: address,
    runUrl: `https://x"onclick=${address}`,
    at: image,
  };
  return { summary, evidence, place };
}
