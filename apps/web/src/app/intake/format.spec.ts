import { detectFormat } from './format';

describe('detectFormat', () => {
  it.each([
    ['text', 'Nord-Korea lover støtte\n\nKim sa det i går. 2 * 3 = 6, og # er et tegn.'],
    ['text', '– Vi vil alltid støtte Russland, sa Kim.'],
    ['markdown', '# Nord-Korea lover støtte\n\nKim sa det i går.'],
    ['markdown', 'Kim sa det til [KCNA](https://kcna.kp/x).'],
    ['markdown', 'Det er **ikke** bekreftet.'],
    ['html', '<!DOCTYPE html><title>x</title>'],
    ['html', '<p>Kim sa <em>det</em> i går.</p>'],
    ['text', 'Er 3 < 4 og 5 > 2? <Kim> sa det.'],
    ['text', ''],
  ])('takes this for %s: %s', (format, content) => {
    expect(detectFormat(content)).toBe(format);
  });
});
