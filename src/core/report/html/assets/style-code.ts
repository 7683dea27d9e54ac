/** Style of code and texts beside each other: side by side where there is room, a unified diff on a phone. */
export const codeStyle = `
.finding h2{font-size:1.05rem;margin:1rem 0 .35rem}
.finding .scroll,.pair{background:var(--card);border:1px solid var(--line);border-radius:8px}
table.sides{table-layout:fixed;font-size:.92em}
table.sides thead th{border-bottom:1px solid var(--line)}
table.sides td{border:0;padding:.05rem .5rem;vertical-align:top}
table.sides td.no{width:3.2rem;text-align:right;color:var(--soft);font-size:.8rem;user-select:none}
td.code{white-space:pre-wrap;font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;font-size:.85rem}
table.sides col.no{width:3.2rem}
.gone{background:var(--bad-tint)}
.come{background:var(--good-tint)}
.gone del,.gone ins{background:var(--bad-deep);text-decoration:none;border-radius:3px}
.come ins,.come del{background:var(--good-deep);text-decoration:none;border-radius:3px}
tr.blame th{font-size:.85rem;color:var(--mark);border:0;border-left:4px solid var(--bad);padding:.25rem .6rem;font-weight:600}
tr.blamed td:first-child{border-left:4px solid var(--bad)}
tr.fold td{color:var(--soft);font-size:.82rem;text-align:center;padding:.15rem}
table.noted{table-layout:fixed;font-size:.92em;background:var(--card)}
table.noted td{border:0;padding:.05rem .5rem;vertical-align:top}
table.noted td.no{text-align:right;color:var(--soft);font-size:.8rem;user-select:none}
table.noted col.no{width:3.2rem}
table.noted col.margin{width:28rem}
tbody.noted tr:first-child td{border-top:1px solid var(--line)}
tbody.noted td.margin{padding:.1rem 0 .5rem .9rem;font-size:.87rem}
tbody.noted td.gone{background:none}
tbody.noted del{background:var(--bad-tint);border-radius:3px}
tbody.noted mark{background:var(--bad-deep);color:inherit;border-radius:3px}
.note{border-left:4px solid var(--soft);padding:.05rem .6rem}
.note+.note{margin-top:.5rem}
.note.blamed{border-left-color:var(--bad)}
.note.needed{border-left-color:var(--good)}
.note.unwatched{border-left-style:dashed}
.note p,td.margin .quote{margin:0 0 .15rem}
.note+.quote{margin-top:.6rem}
table.pair{table-layout:fixed;border-collapse:separate;border-spacing:0;overflow:hidden}
table.pair col.says{width:20rem}
table.pair thead th{border-bottom:1px solid var(--line)}
table.pair td{border:0;padding:.04rem .6rem;vertical-align:top;overflow-wrap:anywhere}
table.pair td.says{border-left:1px solid var(--line);border-right:1px solid var(--line);padding:.5rem .7rem}
table.pair tr:first-child td,table.pair td.soft{font-size:.82rem}
.says p{margin:0 0 .3rem}
pre.assertion{border-left:4px solid var(--bad);border-radius:0 6px 6px 0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:none;margin:0}
pre{margin:.3rem 0;padding:.6rem .75rem;background:var(--code);border-radius:6px;overflow:auto;max-height:32rem;line-height:1.45;tab-size:4}
.diff{white-space:pre}
.diff span{display:block;padding:0 .4rem}
.narrow{display:none}
@media (max-width:60rem){
.wide{display:none}
.narrow{display:block}
}
@media (max-width:40rem){
table.sides,table.sides thead{display:block}
table.sides thead tr{display:block}
table.sides thead th{display:block;border:0}
table.sides thead th.head,table.sides thead .side{display:none}
table.sides tbody{display:grid;grid-template-columns:2.6rem minmax(0,1fr)}
table.noted,table.noted thead,table.noted thead tr,table.noted thead th{display:block}
table.noted thead th.margin{display:none}
table.noted tbody{display:grid;grid-template-columns:2.6rem minmax(0,1fr)}
table.noted tr{display:contents}
table.noted .fold td,table.noted td.margin{grid-column:1/-1}
table.noted td.margin{order:9}
table.noted td.no{padding:.05rem .3rem}
table.sides tr{display:contents}
table.sides .blame th,table.sides .fold td{grid-column:1/-1}
table.sides .rest td{order:3}
table.sides td.no{width:auto;padding:.05rem .3rem}
table.sides .same .base,table.sides td.none{display:none}
table.sides .changed .base{order:1}
table.sides .changed .head{order:2}
table.sides td.gone::before{content:"− "}
table.sides td.come::before{content:"+ "}
.diff{white-space:pre-wrap}
}
`;
