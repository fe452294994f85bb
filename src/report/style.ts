// How a report looks: light and dark, on a telephone and on paper. It stands in the file itself.

/** No value of the user's ever goes into it. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--text:#1b1b1f;--quiet:#52535b;--line:#c9cad1;--soft:#f3f4f7;--bad:#a3180f;--badbg:#fdeeec;--good:#17653a;--goodbg:#eaf6ee;--way:#1f4e8c;--warn:#7a4b00;--warnbg:#fff4df}
@media screen and (prefers-color-scheme:dark){:root{--bg:#15171c;--text:#e8e9ed;--quiet:#b0b4bf;--line:#444954;--soft:#20242c;--bad:#ffb3a9;--badbg:#3a1c1a;--good:#93dbab;--goodbg:#16301f;--way:#9cc4ff;--warn:#ffd08a;--warnbg:#33270f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word}
header,nav,main{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.75rem}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .4rem}
header p{margin:0 0 1rem;color:var(--quiet)}
h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .7rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1.08rem;margin:1.4rem 0 .5rem}
h4{font-size:1rem;margin:1.2rem 0 .3rem}
p,ul,dl{margin:.5rem 0}
ul{padding-left:1.3rem}
li{margin:.2rem 0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:.5rem 0;margin:0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav li{margin:0}
nav a{display:inline-block;padding:.25rem 0}
a{color:var(--way)}
main{padding-bottom:3rem}
.quiet,figcaption{color:var(--quiet)}
figcaption{font-size:.9rem;margin-top:.3rem}
.off-line{color:var(--bad);font-weight:600}
figure{margin:.8rem 0;max-width:44rem}
.chart{display:block;width:100%;height:auto;background:var(--soft);border:1px solid var(--line);border-radius:6px}
.chart text{font:12px system-ui,sans-serif;font-family:inherit;fill:var(--text);paint-order:stroke;stroke:var(--soft);stroke-width:4px;stroke-linejoin:round}
.chart .end{text-anchor:end}
.chart .bad{fill:var(--bad);font-weight:600}
.chart .stretch{fill:var(--warnbg)}
.chart .grid,.chart .axis{fill:none;stroke:var(--line);stroke-width:1}
.chart .grid{stroke-dasharray:2 4}
.chart .way{fill:none;stroke:var(--way);stroke-width:2;stroke-linejoin:round}
.chart .agreed{fill:var(--bg);stroke:var(--good);stroke-width:2}
.chart .tick{fill:none;stroke:var(--good);stroke-width:2}
.chart .expected{fill:var(--bg);stroke:var(--way);stroke-width:2}
.chart .recorded{fill:none;stroke:var(--bad);stroke-width:3}
.chart .leader{stroke:var(--quiet);stroke-width:1;stroke-dasharray:1 3}
.chart .gap{stroke:var(--bad);stroke-width:2;stroke-dasharray:3 3}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;padding:0}
.size{white-space:nowrap}
th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--soft);border-bottom:2px solid var(--line)}
tbody th{font-weight:400}
td.amount,th.amount{text-align:right;font-variant-numeric:tabular-nums}
td.amount,td.time,tbody th{white-space:nowrap}
td.free,td.long,dd,caption,h1,h3,h4,li,p{overflow-wrap:anywhere}
tbody td.long{white-space:normal}
td.sum{font-family:ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.82rem;word-break:break-all;min-width:16rem}
tr.off>*{background:var(--badbg)}
tr.off .mark{color:var(--bad)}
tr.agreed>*{background:var(--goodbg)}
tr.agreed .mark{color:var(--good)}
tr.concerned>*{background:var(--warnbg)}
.mark{display:block;color:var(--warn)}
tr.left td{color:var(--quiet);text-align:center;font-style:italic;background:var(--soft)}
dl div{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:.2rem 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--quiet)}
dd{margin:0}
@media screen and (max-width:44rem){
header,nav,main{padding-left:.9rem;padding-right:.9rem}
h1{font-size:1.4rem}
.chart text{font-size:18px}
table,tbody,tr,caption:not(.heard){display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.3rem .6rem;display:block}
tr.off,tr.agreed,tr.concerned{border-left-width:5px}
tr.off{background:var(--badbg);border-color:var(--bad)}
tr.agreed{background:var(--goodbg);border-color:var(--good)}
tr.concerned{background:var(--warnbg);border-color:var(--warn)}
tbody th,tbody td{display:flex;gap:.8rem;border:0;padding:.15rem 0;white-space:normal;background:none!important}
tbody td,tbody td.amount{text-align:left}
tbody th{font-weight:600}
[data-label]::before{content:attr(data-label);color:var(--quiet);font-weight:400;flex:0 0 6.5rem}
td.empty{display:none}
td>bdi,th>bdi{flex:1;min-width:0;overflow-wrap:anywhere}
td.sum{min-width:0}
tr.left td{display:block;text-align:center}
dl div{grid-template-columns:1fr;gap:0}
}
@page{size:A4;margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#52535b}}
@media print{
:root{color-scheme:light}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,nav,main{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
nav{display:none}
h2,h3,h4,caption{break-after:avoid}
thead{display:table-header-group}
tr,figure,dl div,li{break-inside:avoid}
table{font-size:9pt}
th,td{padding:.25rem .45rem}
td.sum{font-size:7.5pt}
figure{max-width:34rem}
p{orphans:3;widows:3}
}
`;
