/** Style of the parts: verdict words, intervals, heat map, diffs, generations. */
export const partsStyle = `
.tag{display:inline-flex;vertical-align:middle;align-items:center;gap:.38rem;white-space:nowrap;font-weight:600}
.tag svg,.word svg{flex:none;width:1.05em;height:1.05em}
.word svg{width:1.35em;height:1.35em}
.regressed,.not-portable,.failure{--tone:var(--bad)}
.held,.improved,.portable,.success,.passed{--tone:var(--good)}
.suspected,.inconclusive,.base-too-weak,.neutral{--tone:var(--warn)}
.tag,.word{color:var(--tone,var(--soft))}
.pill{display:inline-block;vertical-align:middle;line-height:1.35;border:1px solid var(--line);border-radius:99px;padding:0 .55rem;font-size:.8rem;color:var(--soft);white-space:nowrap}
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
table.verdicts tbody tr:last-child>*{border-bottom:0}
table.verdicts td.rates{min-width:9rem}
svg.bars{display:block;width:9rem;height:1.15rem}
.bars .empty,.meter .empty{fill:var(--mid-tint)}
.bars .full{fill:var(--tone,var(--ink))}
.bars .old{fill:var(--soft)}
table.numbers td,table.numbers th{vertical-align:top}
table.numbers ol{margin:0;padding-left:1.2rem}
ul.words{margin:.6rem 0;padding:0;list-style:none}
ul.words strong{color:var(--ink)}
details.statistics{margin-top:2.2rem}
summary .title{font-size:1.3rem;font-weight:650}
summary .subtitle{font-weight:650}
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

.meter .full{fill:var(--good)}
.meter .old{fill:var(--soft)}
.hljs-comment,.hljs-quote,.hljs-meta{color:var(--c);font-style:italic}
.hljs-keyword,.hljs-literal,.hljs-built_in,.hljs-type{color:var(--k)}
.hljs-string,.hljs-regexp,.hljs-attr,.hljs-number{color:var(--s)}
.hljs-title,.hljs-section,.hljs-name,.hljs-attribute{color:var(--n)}
@media (max-width:40rem){
table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th{display:block;border:0;padding:.08rem .2rem}
table.stack thead{display:none}
table.stack th[scope=row],table.stack td:nth-child(2){white-space:normal;max-width:none}
table.stack tfoot{display:block}
table.stack tr{border-bottom:1px solid var(--line);padding:.5rem 0}
table.stack td.num{text-align:left}
table.stack td:empty{display:none}
table.stack [data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.85rem}
table.stack svg{display:inline-block;vertical-align:middle}
dl.meta{grid-template-columns:minmax(0,1fr)}
dl.meta dt{margin-top:.35rem}
table.heat thead tr:first-child th:first-child,table.heat tbody th{min-width:8rem;max-width:9rem}
table.heat thead tr:first-child th:first-child,table.heat tbody th,table.numbers th[scope=row]{position:sticky;left:0;z-index:1;background:var(--paper)}
.cellbody{padding-left:.2rem}
}
`;
