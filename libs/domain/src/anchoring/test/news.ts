import type { Random } from './random';

const functionWords = [
  'og',
  'i',
  'det',
  'på',
  'som',
  'er',
  'en',
  'til',
  'å',
  'han',
  'av',
  'for',
  'at',
  'med',
  'de',
  'ikke',
  'den',
  'har',
  'var',
  'om',
  'et',
  'men',
  'seg',
  'fra',
  'hun',
  'skal',
  'vi',
  'kan',
];
const beginnings = ['Ifølge', 'Samtidig', 'Nå', 'Det', 'I', 'Etter', 'Han', 'Hun', 'De', 'Likevel', 'Dermed', 'Først'];
const stems = [
  'kommun',
  'reger',
  'bygg',
  'strøm',
  'skol',
  'vei',
  'sjø',
  'fisk',
  'helse',
  'pris',
  'rente',
  'vekst',
  'klima',
  'kraft',
  'stat',
  'tall',
  'bil',
  'tog',
  'by',
  'land',
  'kost',
  'øk',
  'fall',
  'vedta',
  'meld',
  'styr',
  'led',
  'dom',
  'rett',
  'sykehus',
];
const endings = [
  'en',
  'et',
  'er',
  'ene',
  'ing',
  'ingen',
  'het',
  'lig',
  'ere',
  'te',
  'er i',
  'smessig',
  'sak',
  'plan',
  'utvalg',
  'råd',
  'styre',
  'arbeid',
  'vern',
  'nett',
];
const givenNames = ['Kari', 'Ola', 'Jonas', 'Ingrid', 'Åse', 'Per', 'Siri', 'Erna', 'Bjørn', 'Liv'];
const familyNames = ['Hansen', 'Jansen', 'Solberg', 'Støre', 'Nordmann', 'Dahl', 'Berg', 'Moen', 'Lie', 'Haugen'];
const boilerplate = [
  'Saken oppdateres.',
  'Dette skriver NTB.',
  'Les også:',
  'Foto: NTB',
  'Avisen har vært i kontakt med partene, som ikke ønsker å kommentere saken.',
];

/**
 * Writes news that is no news: words of a skewed frequency, names, figures, quotes, refrains and sentences that are
 * nearly alike.
 */
export class NewsWriter {
  constructor(private readonly random: Random) {}

  /** A number of sentences in paragraphs of one to seven. */
  article(sentences: number): string[][] {
    const paragraphs: string[][] = [];
    const written: string[] = [];
    while (written.length < sentences) {
      const length = Math.min(this.random.integer(1, 7), sentences - written.length);
      const paragraph = Array.from({ length }, () => this.nextSentence(written));
      written.push(...paragraph);
      paragraphs.push(paragraph);
    }
    return paragraphs;
  }

  word(): string {
    const { random } = this;
    if (random.chance(0.42)) return functionWords[Math.floor(functionWords.length * random.next() ** 2)]!;
    if (random.chance(0.08)) return random.chance(0.5) ? random.pick(familyNames) : random.pick(givenNames);
    if (random.chance(0.06)) return String(random.integer(2, 2030));
    const pick = Math.floor(stems.length ** 2 * endings.length * random.next() ** 3);
    const first = stems[pick % stems.length]!;
    const second =
      pick >= stems.length * endings.length ? stems[Math.floor(pick / (stems.length * endings.length))]! : '';
    return second + first + endings[Math.floor(pick / stems.length) % endings.length]!.replace(' i', '');
  }

  sentence(): string {
    const { random } = this;
    if (random.chance(0.005)) return `Tapet var ${random.integer(2, 99)} millioner.`;
    const words = [random.pick(beginnings), ...Array.from({ length: random.integer(5, 20) }, () => this.word())];
    if (words.length > 10 && random.chance(0.5)) words[Math.floor(words.length / 2)] += ',';
    const text = words.join(' ');
    if (random.chance(0.1)) return `«${text}», sier ${random.pick(givenNames)} ${random.pick(familyNames)} til NTB.`;
    return text + (random.chance(0.93) ? '.' : '?');
  }

  private nextSentence(written: readonly string[]): string {
    const { random } = this;
    if (random.chance(0.003)) return random.pick(boilerplate);
    if (written.length > 20 && random.chance(0.02)) return random.pick(written);
    if (written.length > 20 && random.chance(0.01)) return this.variant(random.pick(written));
    return this.sentence();
  }

  /** A sentence that differs from another in one word. */
  variant(sentence: string): string {
    const words = sentence.split(' ');
    const index = this.random.integer(0, words.length - 2);
    return words.map((word, at) => (at === index ? this.word() : word)).join(' ');
  }
}
