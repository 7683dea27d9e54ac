/** The whole style of the history page. It fetches no font, picture or other address. */
export const historyStyle = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #ffffff; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --mark: #8250df; --fill: #ddf4ff; --stroke: #0969da; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9198a1; --paper: #0d1117; --line: #3d444d; --good: #3fb950; --bad: #f85149; --mark: #ab7df8; --fill: #121d2f; --stroke: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 600; margin: 1rem 0 0.25rem; overflow-wrap: anywhere; }
p, li { max-width: 70ch; }
.soft { color: var(--soft); }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; }
.frame { fill: none; stroke: var(--line); }
.line { fill: none; stroke: var(--stroke); stroke-width: 2; }
.dot { fill: var(--stroke); }
.drift { fill: var(--bad); opacity: 0.18; }
.served { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 4 3; }
text { fill: var(--soft); font: 11px system-ui, sans-serif; }
.mark { fill: var(--mark); }
@media print { body { max-width: none; } section { break-inside: avoid; } }
`;
