/** The one style sheet of a bundle's pages. Contrast ≥ 4.5 : 1 in both schemes; prints black on white. */
export const LOOK = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #22262a; --muted: #565e66; --line: #d5d1c7; --accent: #0b5a7d; --del: #8c2f1f; --ins: #1c5c2e; --del-ground: #f7e3de; --ins-ground: #e0efe2; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1e21; --ink: #e8e6e1; --muted: #a9b0b6; --line: #3d4247; --accent: #7cc4e3; --del: #f0b0a3; --ins: #a5d9b0; --del-ground: #44241f; --ins-ground: #1f3a26; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 52rem; background: var(--paper); color: var(--ink); font: 16px/26px "Noto Sans", "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 28px; line-height: 36px; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 28px; margin: 40px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
h3 { font-size: 16px; line-height: 24px; margin: 24px 0 4px; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
dl { margin: 8px 0; }
dl > div { display: flex; gap: 12px; }
dt { min-width: 7rem; color: var(--muted); }
dd { margin: 0; }
ul.documents { list-style: none; padding: 0; margin: 0; }
ul.documents > li { display: grid; grid-template-columns: 1fr auto; gap: 0 24px; align-items: baseline; padding: 8px 0; border-bottom: 1px solid var(--line); }
@media (max-width: 36rem) { ul.documents > li { grid-template-columns: 1fr; } }
caption { text-align: left; color: var(--muted); font-size: 14px; padding-bottom: 4px; }
.name { display: flex; flex-direction: column; }
.kind, .size, .meta { color: var(--muted); font-size: 14px; }
.links { display: flex; gap: 16px; }
.badge { border: 1px solid currentColor; border-radius: 6px; padding: 0 6px; font-size: 13px; line-height: 20px; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { text-align: left; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
article { padding: 12px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
article p { margin: 4px 0; }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 3px solid var(--line); white-space: pre-line; }
del { color: var(--del); background: var(--del-ground); }
ins { color: var(--ins); background: var(--ins-ground); text-decoration-thickness: 1px; }
footer h2 { margin-top: 16px; border: 0; font-size: 16px; }
footer { margin-top: 48px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--muted); font-size: 14px; line-height: 22px; }
@media print { :root { --paper: #fff; --ink: #000; --muted: #333; --line: #999; --accent: #000; --del: #000; --ins: #000; --del-ground: #fff; --ins-ground: #fff; } body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.45; } h2 { break-after: avoid; } }
`;
