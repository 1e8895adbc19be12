import { InputError } from '@asf-match/domain';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(input: string | Uint8Array): string {
  try {
    readXml(typeof input === 'string' ? bytes(input) : input, 'x.xml');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.problem.key} ${error.problem.place ?? ''}`.trim();
  }
  return 'read';
}

describe('readXml', () => {
  it('reads into the tree that cheerio queries', () => {
    const $ = load(readXml(bytes('<a xmlns:n="u"><n:b k="1">å &amp; ä</n:b><c/><![CDATA[<x>]]></a>'), 'x.xml'), { xml: true });
    expect($('n\\:b').text()).toBe('å & ä');
    expect($('c')).toHaveLength(1);
    expect($('a').text()).toBe('å & ä<x>');
  });

  it('drops the elements that it is told to skip, with all that is in them', () => {
    const $ = load(readXml(bytes('<a><x><a>1</a><x/></x><b>2</b></a>'), 'x.xml', { skip: new Set(['x']) }), { xml: true });
    expect($('a').text()).toBe('2');
  });

  it('refuses what is cut off or damaged, and says where', () => {
    expect(refusal('<a>\n<b>\n</a>')).toBe('xml.truncated line 3');
    expect(refusal('<a><b>text')).toMatch(/^xml\.truncated/);
    expect(refusal('<a><b></b>')).toMatch(/^xml\.truncated/);
    expect(refusal('<a><b attr="x')).toMatch(/^xml\.truncated/);
  });

  it('refuses a DOCTYPE, nested or external entities with it', () => {
    expect(refusal('<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><lolz>&b;</lolz>')).toBe('xml.doctype line 2');
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toMatch(/^xml\.doctype/);
    expect(refusal('<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>')).toMatch(/^xml\.doctype/);
  });

  it('refuses depth, size, other kinds of file and nothing', () => {
    expect(refusal(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`)).toMatch(/^xml\.depth/);
    expect(refusal(`<x>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</x>`)).toMatch(/^xml\.depth/);
    expect(refusal(new Uint8Array(65 * 1024 * 1024).fill(0x61))).toBe('xml.too-large');
    expect(refusal('<!DOCTYPE html><html><body><p>hej</body></html>')).toBe('xml.html');
    expect(refusal('<html><body></body></html>')).toBe('xml.html');
    expect(refusal('')).toBe('xml.empty');
    expect(refusal('bara text')).toBe('xml.empty');
  });

  it('reads the encoding that the file names, and refuses bytes that are not in it', () => {
    const latin = new Uint8Array([...bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xe5, ...bytes('</a>')]);
    expect(load(readXml(latin, 'x.xml'), { xml: true })('a').text()).toBe('å');
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...[...'<a>å</a>'].map((c) => c.charCodeAt(0))]).buffer);
    expect(load(readXml(utf16, 'x.xml'), { xml: true })('a').text()).toBe('å');
    expect(refusal(new Uint8Array([...bytes('<a>'), 0xe5, ...bytes('</a>')]))).toBe('xml.encoding near byte 4');
    expect(refusal('<?xml version="1.0" encoding="klingon"?><a/>')).toBe('xml.encoding line 1');
  });
});
