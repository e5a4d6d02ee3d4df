import { CodePointText } from '../text/code-points';
import { mentionsIn, unspoken, type Said } from '.';

const all = (text: string, said: readonly (string | Said)[], language = 'nb') => {
  const points = new CodePointText(text);
  const whole = { start: 0, end: points.length };
  const texts = said.map((one) => (typeof one === 'string' ? { text: one } : one));
  return unspoken(points, whole, whole, language, texts).map((fact) => fact.text);
};

describe('unspoken', () => {
  it('names the numbers and names that nothing mentions', () => {
    expect(all('Equinor kuttet 500 stillinger i Bergen.', [])).toEqual(['Equinor', '500', 'Bergen']);
    expect(all('Equinor kuttet 500 stillinger i Bergen.', ['Ifølge Equinor stemmer det.'])).toEqual(['500', 'Bergen']);
  });

  it.each([
    ['4 600', 'Det er 4600.'],
    ['4 600', 'Det er 4,6 tusen.'],
    ['4 600', 'There are 4,600 of them.'],
    ['4,6 millioner', 'Det er 4 600 000.'],
    ['4,6 milliarder kroner', 'It cost 4.6bn.'],
    ['12 prosent', '12 %'],
    ['50 prosent', 'Halvparten svarte ja.'],
    ['tre', 'Det var 3 av dem.'],
    ['tre', 'Three of them came.'],
    ['tredje', 'the 3rd of them'],
  ])('compares numbers by value: %s in "%s"', (number, said) => {
    expect(all(`Det kom ${number} i går.`, [said])).toEqual([]);
  });

  it('does not take another number for it', () => {
    expect(all('Det kom 14 biler.', ['Det kom 140 biler klokken 14.30.'])).toEqual(['14']);
    expect(all('Det kom 4,6 millioner.', ['Det kom 4,6.'])).toEqual(['4,6 millioner']);
  });

  it('reads numbers in letters in the language that is known', () => {
    expect(all('Det kom fire biler.', [{ text: 'There was a fire.', language: 'en' }])).toEqual(['fire']);
  });

  it.each([
    ['Jonas Gahr Støre', 'Støre sa det.'],
    ['Jonas Gahr Støre', 'STØRES tale'],
    ['Emmanuel Macron', 'Macron’s office'],
    ['Norges', 'i Norge'],
    ['José Carreras', 'Jose Carreras'],
    ['Zürich', 'Zurich'],
  ])('compares names by their last word without case, accents and genitive: %s in "%s"', (name, said) => {
    expect(all(`Vi møtte ${name} der.`, [said])).toEqual([]);
  });

  it('does not take another name for it', () => {
    expect(all('Vi møtte Jonas Gahr Støre der.', ['Jonas sa det til Størensen.'])).toEqual(['Jonas Gahr Støre']);
  });

  it('looks into a quotation, but not into a title', () => {
    expect(all('«Vi har mistet 12 mann i Kursk», sa han.', [])).toEqual(['12', 'Kursk']);
    expect(all('Han skrev «Oslo 1924».', [])).toEqual([]);
  });

  it('leaves out what stands outside the passage', () => {
    const points = new CodePointText('Kina 😀 sendte 12 skip, Japan sendte 30.');
    const passage = { start: 0, end: 22 };
    const found = unspoken(points, { start: 0, end: points.length }, passage, 'nb', []);
    expect(found.map(({ text, start }) => [text, start])).toEqual([
      ['Kina', 0],
      ['12', 14],
    ]);
  });

  it('says of every fact whether it is mentioned', () => {
    const points = new CodePointText('Kina er størst siden 2015.');
    const whole = { start: 0, end: points.length };
    const found = mentionsIn(points, whole, whole, 'nb', [{ text: 'Størst i 2015' }]);
    expect(found.map(({ kind, mentioned }) => [kind, mentioned])).toEqual([
      ['name', false],
      ['superlative', true],
      ['date', true],
    ]);
  });
});
