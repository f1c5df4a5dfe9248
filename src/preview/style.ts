/** The preview's own looks: plain, and out of the way of the mails. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2329;--soft:#56616b;--paper:#f4f2ee;--card:#fff;--line:#d9d4ca;--mark:#1b5f8a;--bad:#a3261b}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a7afb7;--paper:#16191c;--card:#1f2429;--line:#363d44;--mark:#8cc8ee;--bad:#ff9b8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
a{color:var(--mark)}
header,main{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem}
h1{font-size:1.4rem;line-height:1.25;margin:.3rem 0;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:1.8rem 0 .5rem}
p{margin:.4rem 0;max-width:46rem}
.soft{color:var(--soft);font-size:.9rem}
.note{border-inline-start:4px solid var(--mark);padding:.3rem .8rem;background:var(--card)}
.bad{color:var(--bad);font-weight:600}
ul.mails{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:8px;background:var(--card)}
ul.mails li{padding:.55rem .9rem;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;justify-content:space-between}
ul.mails li:first-child{border-top:0}
ul.mails a{padding:.2rem 0}
nav{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;margin:.8rem 0}
nav div{display:flex;flex-wrap:wrap;border:1px solid var(--line);border-radius:8px;overflow:hidden;background:var(--card)}
nav div a{padding:.45rem .8rem;text-decoration:none;border-inline-start:1px solid var(--line)}
nav div a:first-child{border-inline-start:0}
nav a[aria-current]{background:var(--ink);color:var(--paper)}
iframe{display:block;border:1px solid var(--line);border-radius:4px;background:#fff;height:max(30rem,calc(100vh - 13rem));width:100%;max-width:100%;margin:0 auto 1rem}
iframe.w375{width:377px}
iframe.w600{width:602px}
pre{background:var(--card);border:1px solid var(--line);border-radius:4px;padding:1rem;margin:0 0 1rem;overflow:auto;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}
/* A message is made of lines, so that none may be broken. */
pre.lines{white-space:pre;max-height:82vh}
.wide{overflow-x:auto;margin-bottom:2rem}
table{border-collapse:collapse;background:var(--card);font-size:.9rem;width:100%}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:start;vertical-align:top}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
td.key{overflow-wrap:anywhere;min-width:8rem}
td .title{display:block}
/* A window that holds no more than one of the widths has nothing to choose. */
@media (max-width:640px){nav div.width{display:none}iframe.w375,iframe.w600{width:100%}h1{font-size:1.2rem}}
`;

/** Asks to be told of changes, and shows them. A connection that was lost is tried again by the browser itself. */
export const SCRIPT = `new EventSource('/changes').addEventListener('change',()=>location.reload());`;
