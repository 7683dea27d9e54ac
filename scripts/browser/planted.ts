import type { ProblemKind } from './problem.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Planted</title>${head}</head><body><main><h1>Planted</h1>${body}</main></body></html>`;

/** Pages with one violation each, because an assertion that misses its own violation asserts nothing. */
export const plantedPages: readonly { readonly kind: ProblemKind; readonly html: string }[] = [
  { kind: 'console error', html: page('<script>console.error("planted")</script>') },
  { kind: 'console error', html: page('<script>throw new Error("planted")</script>') },
  { kind: 'request', html: page('<img alt="" src="http://127.0.0.1:9/pixel.png">') },
  { kind: 'request', html: page('', '<link rel="stylesheet" href="beside.css">') },
  { kind: 'script from data', html: page('<script>window.hit = 1</script><script>0</script>') },
  { kind: 'script from data', html: page('<script>0</script><p onclick="0">text</p>') },
  { kind: 'script from data', html: page('<script>0</script><a href="javascript:0">text</a>') },
  { kind: 'script from data', html: page('<script>alert(1)</script>') },
  { kind: 'accessibility', html: page('<button></button>') },
  { kind: 'accessibility', html: page('<p style="color:#bbb;background:#fff">too pale</p>') },
  { kind: 'wider than the screen', html: page('<div style="width:3000px">wide</div>') },
];

/** Ways to break a report, each with the check that must notice it. */
export const plantedFaults: readonly {
  readonly use: string;
  readonly kind: ProblemKind;
  readonly from: string;
  readonly to: string;
}[] = [
  // The verdict alone fills a screen, so that nothing else is seen on it.
  { use: 'first screen', kind: 'first screen', from: 'class="finding"', to: 'class="finding" hidden' },
  {
    use: 'first screen',
    kind: 'first screen',
    from: '<table class="pair"',
    to: `${'<p>…</p>'.repeat(40)}<table class="pair"`,
  },
  { use: 'phone', kind: 'phone', from: 'data-label="', to: 'data-name="' },
  { use: 'filters', kind: 'filter', from: 'item.hidden = !(', to: 'item.hidden = 0 && !(' },
  { use: 'deep links', kind: 'deep link', from: 'target.focus(', to: '(() => {})(' },
  { use: 'theme', kind: 'theme', from: 'memory.set(root', to: '(() => {})(root' },
  { use: 'keyboard', kind: 'keyboard', from: '<details class="cell"', to: '<details inert class="cell"' },
];
