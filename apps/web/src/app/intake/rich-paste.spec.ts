import { structureOf } from './rich-paste';

describe('structureOf', () => {
  it('keeps what has headings, links or emphasis', () => {
    expect(structureOf('<h1>Tittel</h1><p>Tekst</p>')).toBe('<h1>Tittel</h1><p>Tekst</p>');
    expect(structureOf('<p>Sa <a href="https://x.no">KCNA</a></p>')).toContain('href');
  });

  it('sees no structure in paragraphs alone, nor in a wrapper that means nothing', () => {
    expect(structureOf('<p>En</p><p>To</p><span style="color:red">x</span>')).toBeUndefined();
    expect(structureOf('<b style="font-weight:normal;" id="docs-internal"><p>En</p></b>')).toBeUndefined();
  });
});
