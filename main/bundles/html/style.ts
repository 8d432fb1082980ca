import type { PageSize } from '#main/formats/file-layout.ts';

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}

/** Page sizes and margins a printer can mean; a file may claim any. */
export function sanePage(page: PageSize): PageSize {
  const width = within(page.width, 50, 1200);
  const height = within(page.height, 50, 1200);
  const across = width / 2 - 15;
  const down = height / 2 - 15;
  const { top, right, bottom, left } = page.margins;
  return {
    width,
    height,
    margins: {
      top: within(top, 8, down),
      right: within(right, 8, across),
      bottom: within(bottom, 8, down),
      left: within(left, 8, across),
    },
  };
}

function mm(value: number): string {
  return `${value.toFixed(1)}mm`;
}

/** The typography of a print: one family, a quiet scale, tables ruled lightly, headings kept with what follows. */
export function styleSheet(page: PageSize): string {
  const { width, height, margins } = page;
  return `
@page { size: ${mm(width)} ${mm(height)}; margin: ${mm(margins.top)} ${mm(margins.right)} ${mm(margins.bottom)} ${mm(margins.left)}; }
html { font-family: 'Noto Sans', sans-serif; font-size: 10.5pt; line-height: 1.45; color: #1a1a1a; }
body { margin: 0; overflow-wrap: break-word; hyphens: auto; }
p, ul, table, aside { margin: 0 0 0.6em; }
p { orphans: 2; widows: 2; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.4em 0 0.5em; break-after: avoid; hyphens: manual; }
h1 { font-size: 1.7em; } h2 { font-size: 1.4em; } h3 { font-size: 1.2em; } h4 { font-size: 1.05em; }
h5, h6 { font-size: 1em; } h6 { font-weight: 400; font-style: italic; }
body > :first-child { margin-top: 0; }
ul { list-style: none; padding: 0; }
li { padding-left: 1.6em; text-indent: -1.6em; margin-bottom: 0.25em; }
li > * { text-indent: 0; }
li > .label { display: inline-block; min-width: 1.35em; }
li ul { margin: 0.25em 0 0; }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 0.94em; line-height: 1.35; }
th, td { border: 0.5pt solid #8a8a8a; padding: 0.3em 0.5em; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
th { background: #eeeeee; font-weight: 700; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
th > :first-child, td > :first-child, aside > :first-child { margin-top: 0; }
th > :last-child, td > :last-child, li > :last-child, aside > :last-child { margin-bottom: 0; }
img { max-width: 100%; max-height: ${mm(height - margins.top - margins.bottom - 10)}; object-fit: contain; vertical-align: bottom; }
.missing { color: #555555; font-style: italic; }
.title { font-size: 2em; font-weight: 700; line-height: 1.2; margin-bottom: 0.3em; }
.subtitle { font-size: 1.3em; line-height: 1.3; color: #444444; }
.center { text-align: center; } .end { text-align: end; } .justify { text-align: justify; }
.shaded { background: #ececec; padding: 0.2em 0.4em; }
.caption { font-size: 0.9em; color: #444444; }
.box { border: 0.5pt solid #8a8a8a; border-radius: 3pt; padding: 0.6em 0.8em; break-inside: avoid; }
/* In a line, with a point between: a chart has many words, each short. */
.words { font-size: 0.9em; color: #444444; } .words p { display: inline; } .words p + p::before { content: '· '; } .words p::after { content: ' '; }
.tab { white-space: pre; }
.math { font-family: serif; font-style: italic; }
.new-page { break-before: page; }
a { color: inherit; text-decoration-color: #8a8a8a; }
sup, sub { line-height: 0; font-size: 0.72em; }
.ref a { text-decoration: none; }
.notes { border-top: 0.5pt solid #8a8a8a; margin-top: 2em; padding-top: 0.2em; font-size: 0.9em; }
.notes h2 { font-size: 1.15em; margin: 0.8em 0 0.5em; }
.notice { border-top: 0.5pt solid #8a8a8a; margin-top: 2em; padding-top: 0.6em; font-size: 0.85em; color: #444444; }
`;
}
