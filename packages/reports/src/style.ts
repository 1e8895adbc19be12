/** One style sheet for every page. System fonts, no picture, no script; contrasts of at least 4.5:1 (WCAG 2.1, 1.4.3). */
export const STYLE = `
:root { --ink: #1c2430; --soft: #4a5666; --line: #cfd6de; --wash: #f3f6f8; --blue: #0b4a7a; --mark: #fff1b8; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 1.0625rem/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; z-index: 1; }
header.top { border-top: .375rem solid var(--blue); border-bottom: 1px solid var(--line); background: var(--wash); }
header.top > div, main, footer { max-width: 60rem; margin: 0 auto; padding: 1.25rem; }
.kind { margin: 0; color: var(--soft); font-size: .9375rem; }
h1 { font-size: 1.875rem; line-height: 1.2; margin: .25rem 0 .5rem; font-weight: 650; overflow-wrap: anywhere; }
h2 { font-size: 1.3125rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .25rem; }
p, ul, ol, dl { max-width: 44rem; }
p { margin: .5rem 0; }
ul, ol { padding-left: 1.25rem; }
li { margin: .25rem 0; }
a { color: var(--blue); text-underline-offset: .15em; overflow-wrap: anywhere; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: .1875rem solid var(--blue); outline-offset: .1875rem; }
.status { display: inline-block; border: 1px solid var(--soft); border-radius: .25rem; padding: 0 .5rem; font-size: .875rem; color: var(--ink); background: #fff; }
.note { border-left: .25rem solid var(--line); padding: .125rem 0 .125rem .875rem; color: var(--soft); }
.short { background: var(--wash); border-left: .375rem solid var(--blue); padding: .875rem 1.25rem; margin: 1.25rem 0; }
.short h2 { border: 0; margin: 0; padding: 0; }
.short ul { margin: .5rem 0 0; }
dl.facts { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .375rem 1rem; margin: .75rem 0; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.said { white-space: pre-line; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: 1rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: .125rem solid var(--soft); font-weight: 600; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.entry { border: 1px solid var(--line); border-radius: .375rem; padding: .875rem 1.125rem; margin: .875rem 0; break-inside: avoid; }
.entry h3, .entry h4 { margin: 0 0 .25rem; font-size: 1.125rem; overflow-wrap: anywhere; }
.entry p { margin: .25rem 0; }
.meta { color: var(--soft); font-size: .9375rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1875rem; border-radius: .1875rem; }
.warn { padding-left: 1.125rem; color: var(--ink); font-size: .9375rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.chart { margin: 1.25rem 0; max-width: 40rem; break-inside: avoid; }
.chart figcaption { font-weight: 600; margin-bottom: .25rem; }
.chart svg { width: 100%; height: auto; display: block; }
.fill td { height: 2.25rem; }
details summary { cursor: pointer; color: var(--blue); }
form { margin: 1rem 0; }
fieldset { border: 1px solid var(--line); border-radius: .375rem; padding: .5rem 1rem .875rem; margin: 1rem 0; min-width: 0; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: block; margin: .375rem 0; overflow-wrap: anywhere; }
label.above { font-weight: 600; margin-top: .75rem; }
input[type=text], select, textarea { font: inherit; color: inherit; width: 100%; max-width: 30rem; padding: .4375rem .5rem; border: 1px solid var(--soft); border-radius: .25rem; background: #fff; }
input[type=checkbox], input[type=radio] { width: 1.125rem; height: 1.125rem; margin: 0 .5rem 0 0; vertical-align: -.1875rem; }
button { font: inherit; font-weight: 600; color: #fff; background: var(--blue); border: 1px solid var(--blue); border-radius: .25rem; padding: .5rem 1rem; margin: .25rem .5rem .25rem 0; cursor: pointer; }
button.quiet { color: var(--blue); background: #fff; }
footer { color: var(--soft); font-size: .9375rem; border-top: 1px solid var(--line); margin-top: 2.5rem; }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: .5rem; }
  table { min-width: 36rem; }
}
@media print {
  @page { size: A4; margin: 16mm 16mm 14mm; }
  html { font-size: 9.5pt; }
  body { font-size: 1rem; line-height: 1.35; }
  p, ul, ol, dl { max-width: none; }
  .chart { max-width: 40rem; margin: .5rem 0; }
  .scroll { margin-top: .75rem; }
  ul, ol { margin: .25rem 0; }
  mark { background: none; text-decoration: underline dotted; padding: 0; }
  .entry { padding: .375rem .75rem; margin: .5rem 0; }
  header.top, .short { background: none; }
  header.top > div, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  h1 { font-size: 1.6rem; }
  h2, h3, h4, caption { break-after: avoid; }
  h2 { margin: 1rem 0 .375rem; padding-top: .5rem; }
  header.top > div, main { padding-top: .25rem; padding-bottom: .25rem; }
  .short { margin: .5rem 0; padding: .375rem .75rem; }
  p, li { margin: .125rem 0; }
  dl.facts { gap: .125rem 1rem; margin: .375rem 0; }
  table { font-size: .95rem; margin: .375rem 0; }
  th, td { padding: .1875rem .5rem .1875rem 0; }
  tr { break-inside: avoid; }
  [aria-labelledby="trappan"] { break-before: page; }
  .skip { display: none; }
  a { color: inherit; }
  .scroll { overflow: visible; }
}
`;
