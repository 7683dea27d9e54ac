/** Style of the parts: verdict words, intervals, heat map, diffs, generations. */
export const partsStyle = `
.tag{display:inline-flex;align-items:center;gap:.38rem;white-space:nowrap;font-weight:600}
.tag svg,.word svg{flex:none;width:1.05em;height:1.05em}
.word svg{width:1.35em;height:1.35em}
.regressed,.not-portable,.failure{--tone:var(--bad)}
.held,.improved,.portable,.success,.passed{--tone:var(--good)}
.suspected,.inconclusive,.base-too-weak,.neutral{--tone:var(--warn)}
.tag,.word{color:var(--tone,var(--soft))}
.pill{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .55rem;font-size:.8rem;color:var(--soft);white-space:nowrap}
svg text{font:11px system-ui,"Liberation Sans",sans-serif;fill:var(--soft)}
.axis{stroke:var(--line);stroke-width:1}
.whisker{stroke-width:2;stroke-linecap:round;fill:none}
.base-mark{stroke:var(--soft);fill:var(--card)}
.head-mark{stroke:var(--tone,var(--ink));fill:var(--tone,var(--ink))}
.zero{stroke:var(--soft);stroke-dasharray:2 3}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.82rem;color:var(--soft);margin:.3rem 0}
.legend span{display:inline-flex;align-items:center;gap:.35rem}
.swatch{display:inline-block;min-width:2.2rem;text-align:center;border-radius:4px;padding:0 .3rem;color:var(--ink)}
table.verdicts th[scope=row],table.verdicts td:nth-child(2){white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-width:17rem}
.looks{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;align-items:center}
.looks .scroll{flex:1 1 24rem}
.looks svg{flex:none;max-width:100%}
table.verdicts td.rates{min-width:13.5rem;padding-top:.15rem;padding-bottom:.15rem}
table.verdicts svg{display:block}
.why{font-size:.85rem;color:var(--soft);max-width:26rem}
table.heat{width:auto;border-spacing:2px;border-collapse:separate}
table.heat th,table.heat td{border:0}
table.heat thead th{text-align:center;border-bottom:1px solid var(--line)}
table.heat thead tr:first-child th:first-child,table.heat tbody th{text-align:left;min-width:11rem;max-width:30rem}
table.heat td{text-align:center;border-radius:4px;min-width:5rem;width:5rem;padding:.2rem .5rem;white-space:nowrap}
table.heat tbody tr:hover th{color:var(--accent)}
.h0{background:var(--bad-deep)}
.h1{background:var(--bad-tint)}
.h2{background:var(--mid-tint)}
.h3{background:var(--good-tint)}
.h4{background:var(--good-deep)}
.hn{color:var(--soft)}
.fell{font-weight:700;box-shadow:inset 0 0 0 2px var(--bad)}
table.sides{table-layout:fixed;font-size:.92em;min-width:44rem}
table.sides td{border:0;padding:.05rem .5rem;vertical-align:top}
table.sides td.no{width:3.2rem;text-align:right;color:var(--soft);font-size:.8rem;user-select:none}
table.sides td.code{white-space:pre-wrap;font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;font-size:.85rem}
table.sides col.no{width:3.2rem}
.gone{background:var(--bad-tint)}
.come{background:var(--good-tint)}
.gone del{background:var(--bad-deep);text-decoration:none;border-radius:3px}
.come ins{background:var(--good-deep);text-decoration:none;border-radius:3px}
tr.blame th{font-size:.85rem;color:var(--mark);border:0;border-left:4px solid var(--bad);padding:.25rem .6rem;font-weight:600}
tr.blamed td:first-child{border-left:4px solid var(--bad)}
tr.fold td{color:var(--soft);font-size:.82rem;text-align:center;padding:.15rem}
pre{margin:.3rem 0;padding:.6rem .75rem;background:var(--code);border-radius:6px;overflow:auto;max-height:32rem;line-height:1.45;tab-size:4}
.diff{white-space:pre}
.diff span{display:block;padding:0 .4rem}
details>summary{cursor:pointer;padding:.28rem .2rem;border-radius:6px}
details>summary:hover{color:var(--accent)}
details.cell{border-top:1px solid var(--line)}
details.cell .tag{white-space:normal}
details.cell[open]{padding-bottom:.6rem}
details.cell>summary{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
details.cell>summary::before{content:"▸";color:var(--soft)}
details.cell[open]>summary::before{content:"▾"}
details.cell>summary::-webkit-details-marker{display:none}
.cellbody{padding-left:1.1rem}
dl.meta{display:grid;grid-template-columns:minmax(8rem,max-content) minmax(0,1fr);gap:.1rem 1rem;margin:.3rem 0;font-size:.88rem}
dl.meta dt{color:var(--soft)}
dl.meta dd{margin:0}
.strip{display:flex;flex-wrap:wrap;gap:3px;margin:.3rem 0;padding:0;list-style:none}
.strip li{width:1.35rem;height:1.35rem;border-radius:4px;display:grid;place-items:center;font-size:.78rem;line-height:1}
.strip .passed{background:var(--good-deep)}
.strip .failed,.strip .no-code,.strip .no-report{background:var(--bad-deep)}
.strip .unmeasured{border:1px dashed var(--soft);color:var(--soft)}
.strip a{color:inherit;text-decoration:none;display:grid;place-items:center;width:100%;height:100%}
.meter{display:block;width:8rem;height:.85rem}
.meter rect{rx:3px}
.meter .empty{fill:var(--mid-tint)}
.meter .full{fill:var(--good)}
.meter .old{fill:var(--soft)}
.hljs-comment,.hljs-quote,.hljs-meta{color:var(--c);font-style:italic}
.hljs-keyword,.hljs-literal,.hljs-built_in,.hljs-type{color:var(--k)}
.hljs-string,.hljs-regexp,.hljs-attr,.hljs-number{color:var(--s)}
.hljs-title,.hljs-section,.hljs-name,.hljs-attribute{color:var(--n)}
@media (max-width:40rem){
table.verdicts,table.verdicts tbody,table.verdicts tr,table.verdicts td,table.verdicts th{display:block;border:0;padding:.08rem .5rem}
dl.meta{grid-template-columns:minmax(0,1fr)}
dl.meta dt{margin-top:.35rem}
table.verdicts thead{display:none}
table.verdicts th[scope=row],table.verdicts td:nth-child(2){white-space:normal;max-width:none}
table.sides{min-width:38rem}
table.verdicts tr{border-bottom:1px solid var(--line);padding:.5rem 0}
table.verdicts td.num{text-align:left}
table.heat thead tr:first-child th:first-child,table.heat tbody th{min-width:8rem;max-width:11rem}
.cellbody{padding-left:.2rem}
}
`;
