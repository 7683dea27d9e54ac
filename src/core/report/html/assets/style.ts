import { codeStyle } from './style-code.ts';
import { partsStyle } from './style-parts.ts';

/** The one style sheet of all pages: calm, dense, for both themes, phones and paper. */
export const style = `
:root{color-scheme:light;--paper:#f7f6f3;--card:#fff;--ink:#1c2228;--soft:#555e68;--line:#dedad2;--accent:#0a5a9e;
--bad:#9c3a00;--bad-tint:#fbe0cf;--bad-deep:#f3bd9b;--good:#0a5a9e;--good-tint:#dbeaf6;--good-deep:#b7d5ec;--warn:#6f4b00;--warn-tint:#fbecc2;
--mid-tint:#f1ede4;--code:#f3f1ec;--mark:#8a3400;--k:#8a2be2;--s:#0b6b2e;--n:#0a5a9e;--c:#626a73}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){DARK}}
:root[data-theme=dark]{DARK}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",sans-serif;overflow-wrap:anywhere}
main,header.top,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4,h5{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h2{font-size:1.3rem;margin:2.2rem 0 .8rem}
h3{font-size:1.05rem;margin:1.4rem 0 .5rem}
h4{font-size:.95rem;margin:1.1rem 0 .4rem}
h5{font-size:.88rem;margin:.9rem 0 .3rem}
section.spec>h3.name{font-size:1.2rem;margin:.9rem 0 .2rem}
p{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:.15em}
code,pre,kbd{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em}
code{background:var(--code);border-radius:4px;padding:.08em .3em}
pre code,td.code code{background:none;padding:0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.soft{color:var(--soft)}
.small{font-size:.87rem}
header.top{padding-top:.8rem}
.bar{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}
.bar button{margin-left:auto;font-size:.88rem}
.bar h1{font-size:.85rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
button,select,input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:6px;padding:.32rem .6rem;min-width:0}
button{cursor:pointer}
button:hover{border-color:var(--accent)}
.lead{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--soft);border-radius:10px;padding:.7rem 1.25rem .75rem;margin:.55rem 0 .8rem}
.lead.failure{border-left-color:var(--bad)}
.lead.success{border-left-color:var(--good)}
.lead.neutral,.lead.suspected{border-left-color:var(--warn)}
.lead .word{display:flex;align-items:center;gap:.5rem;font-weight:650;margin:0 0 .25rem}
.lead .verdict{font-size:1.24rem;line-height:1.45;margin:.1rem 0 .4rem;text-wrap:pretty}
.lead .aside{margin:.3rem 0 0}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.6rem;margin:.7rem 0 0;padding:0;list-style:none;color:var(--soft);font-size:.88rem}
.place{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0;padding:0;list-style:none;color:var(--soft);font-size:.88rem}
.place li+li::before{content:"·";margin-right:.9rem}
.facts strong{color:var(--ink);font-weight:600}
nav.toc{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.92rem;margin-top:1.6rem;padding-top:.8rem;border-top:1px solid var(--line)}
.filters{position:sticky;top:0;z-index:3;background:var(--paper);border-bottom:1px solid var(--line);padding:.55rem 0;margin-top:.6rem}
.filters form{display:flex;flex-wrap:wrap;gap:.5rem .7rem;align-items:end}
.filters .field{display:grid;font-size:.78rem;color:var(--soft);flex:1 1 8.5rem}
.filters select,.filters input,.filters button{height:2.25rem}
.filters select,.filters input{width:100%;color:var(--ink);font-size:.92rem}
.filters p{margin:0;flex:0 0 auto;font-size:.85rem;color:var(--soft);align-self:center}
.scroll{overflow-x:auto;max-width:100%;position:relative}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
th,td{text-align:left;padding:.38rem .6rem;border-bottom:1px solid var(--line);vertical-align:middle;overflow-wrap:break-word}
th[scope=row],table.sides td{overflow-wrap:anywhere}
tbody th[scope=row]{min-width:7rem}
thead th{font-size:.8rem;color:var(--soft);font-weight:600;border-bottom:1px solid var(--soft);vertical-align:bottom}
tbody th{font-weight:500}
.num{text-align:right;white-space:nowrap}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.2rem .4rem;margin:.5rem 0}
section.spec+section.spec{border-top:2px solid var(--line);margin-top:2.4rem;padding-top:.2rem}
article.comparison{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.7rem 1.1rem 1rem;margin:.9rem 0}
article.comparison>h4{font-size:1.05rem;margin-top:.2rem;display:flex;flex-wrap:wrap;gap:.2rem .8rem}
footer{color:var(--soft);font-size:.85rem;padding-top:2rem;padding-bottom:3rem}
@media (max-width:40rem){
main,header.top,footer{padding:0 .8rem}
header.top{padding-top:.9rem}
.bar .place{order:3;width:100%}
.place li+li::before{content:none}
.lead{padding:.8rem .9rem}
.lead .verdict{font-size:1.1rem}
.filters{position:static}
.filters .field{flex-basis:40%}
article.comparison{padding:.5rem .7rem .8rem}
th,td{padding:.32rem .4rem}
}
@media print{
:root,:root[data-theme=dark]{color-scheme:light}
body{background:#fff;font-size:10pt}
.filters,nav.toc,button,.skip{display:none!important}
.scroll{overflow:visible}
article.comparison,.card,.lead,tr{break-inside:avoid}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
${partsStyle}${codeStyle}`.replaceAll(
  'DARK',
  'color-scheme:dark;--paper:#14171a;--card:#1b2025;--ink:#e5e8ea;--soft:#a4adb6;--line:#333a41;--accent:#85c1f2;' +
    '--bad:#ffab75;--bad-tint:#4a2612;--bad-deep:#6d3516;--good:#85c1f2;--good-tint:#15344c;--good-deep:#1b4a6e;--warn:#e9c365;--warn-tint:#41330e;' +
    '--mid-tint:#2a2f34;--code:#242a30;--mark:#ffb98c;--k:#cba6f7;--s:#8bd5a0;--n:#85c1f2;--c:#9aa3ac',
);
