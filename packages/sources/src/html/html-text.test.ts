import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text.ts';

describe('the text of a page', () => {
  it('keeps headings, lists and named values on lines of their own', () => {
    const html = `<h1>Stöd &amp; bidrag</h1><p>Vem kan s&ouml;ka?<br>Alla.</p><ul><li>kommuner</li><li>regioner</li></ul>
      <table><tr><th>Stänger</th><td>15 mars 2027</td></tr></table><dl><dt>Budget:</dt><dd>2&nbsp;Mkr</dd></dl>`;
    expect(htmlText(html)).toBe('# Stöd & bidrag\n\nVem kan söka?\nAlla.\n\n- kommuner\n- regioner\n\nStänger: 15 mars 2027\n\nBudget: 2 Mkr');
  });

  it('leaves out what nobody reads, and what stands before the main heading', () => {
    const html =
      '<head><title>T</title></head><nav>Meny</nav><div>Eldningsförbud råder</div><h1>Bidrag</h1><script>if (a < b) {}</script><p hidden>x</p><p>Text</p><footer>Om</footer>';
    expect(htmlText(html, 'h1')).toBe('# Bidrag\n\nText');
    expect(htmlText('<p>Utan rubrik</p>', 'h1')).toBe('Utan rubrik');
  });

  it('is text whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>/p li h1 &amp;"\'= script') }), (html) => void htmlText(html, 'h1')));
  });
});
