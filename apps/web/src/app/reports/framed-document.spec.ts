import { framedDocument } from './framed-document';

describe('framedDocument', () => {
  it('keeps links to places in the document within it, and all else as it was', () => {
    const html =
      '<!doctype html><html lang="nb"><head><title>T</title></head><body><a href="#claim-1">1</a> <a href="https://kcna.kp/#a">K</a><p>href="#x"</p></body></html>';
    expect(framedDocument(html)).toBe(html.replace('href="#claim-1"', 'href="about:srcdoc#claim-1"'));
  });
});
