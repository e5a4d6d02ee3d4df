import fc from 'fast-check';
import type { Block, BlockKind, Language } from './block';
import { blocksOfPlainText } from './plain-text';
import { segment } from './segment';

const wholeBlock = (text: string, kind: BlockKind = 'paragraph'): Block[] => [
  { kind, start: 0, end: [...text].length },
];

function cut(text: string, language: Language, blocks: readonly Block[] = wholeBlock(text)): string[] {
  const chars = [...text];
  return segment(text, blocks, language).map(({ start, end }) => chars.slice(start, end).join(''));
}

/** Each case is a text in which `|` marks where a sentence ends. */
type Cases = Record<string, string>;

function check(language: Language, cases: Cases): void {
  it.each(Object.entries(cases))(`${language}: %s`, (_name, marked) => {
    expect(cut(marked.replaceAll(' |', ''), language)).toEqual(marked.split(' |').map((sentence) => sentence.trim()));
  });
}

describe('segment', () => {
  check('nb', {
    'plain sentences': 'Broen er ferdig. | Den åpner i dag! | Hvem kommer? | Alle …',
    'a date': 'Møtet er 24. november i Oslo. | Det varer hele dagen.',
    'a date with a capital': 'Møtet er 24. November i Oslo.',
    'a sentence that begins with a date': 'Broen åpnet. | 24. november kom det folk.',
    'several ordinals': 'Hun kom på 12. 13. og 14. plass.',
    'a result before a date': 'Kampen endte 2–1. | 17. mai var de hjemme.',
    'a year at the end': 'Broen kom i 1997. | Veien kom 20 år senere.',
    'an ordinal noun with a capital': 'Den 2. Verdenskrig tok slutt.',
    'a time of day': 'Toget gikk kl. 10.30. | Det kom fram kl. 12.',
    'an abbreviation before a name': 'Hun møtte bl.a. Kari Berg og f.eks. Ola Dahl.',
    'a report with a number': 'Se St.meld. nr. 4 og jf. kap. 3 og § 5. | Loven er klar.',
    'an abbreviation that may end': 'De tok med sko, klær osv. | Deretter dro de.',
    'an abbreviation before a lower-case word': 'Det koster 5 mill. kroner, dvs. mye.',
    'an amount at the end': 'Det koster 5 mill. | Det er mye.',
    'an unknown abbreviation without a vowel': 'Hun er stkm. Berg. | Dahl bor i Øvre vn. 5. | Han er kapt.',
    'a unit after a number': 'Hun løp 10 km. | Berg løp 100 m. | Dahl hvilte.',
    initials: 'J. K. Rowling og Rolf B. Dahl skrev boken. | De er venner.',
    'an initial of a place': 'Hun flyttet til L.A. | Der ble hun.',
    'a letter at the end': 'Dette er plan B. | Vi har ingen annen.',
    'an initial in quotes before a bracket': 'Filmen «A.I.» (2001) er lang.',
    'groups told apart by a letter': 'Hun er i gruppe A. | Dahl er i gruppe B. | Berg er trener.',
    'a letter that begins': 'A. Berg er her.',
    'numbers with commas': 'Prisen er 5,5. | Berg betalte,vel. | Han gikk.',
    'words that look like abbreviations': 'Flaska er tom. | Berg er sen. | På vår side. | 20 folk kom.',
    titles: 'Dr. Dahl og prof. Berg er enige.',
    'decimals and versions': 'Prisen er 3.50 kroner, og versjon 2.4.1 er ute.',
    'addresses of pages and of mail': 'Se www.avisen.no. | Skriv til tips@avisen.no. | Takk!',
    'speech with a dash': '– Vi må bygge, sier Berg. | – Hvorfor det? spør Dahl. | – Fordi!',
    'speech with a hyphen': '- Vi må bygge. | -Nei, sier Dahl.',
    'a dash that goes on': '– Nei! – ropte hun fra salen.',
    'speech after a colon': 'Hun sa: | – Vi må bygge. | Så gikk hun.',
    'a quotation after a colon': 'Hun spurte: | «Hvem betaler?» | Ingen svarte.',
    'a clause after a colon': 'Svaret var klart: | Det blir ingen bro.',
    'a long clause after a colon': 'Det var det som sto i avtalen mellom partene den gang: | Broen skal bygges.',
    'a long line of names': 'Kari Berg, Ola Dahl, Per Li Og Anne Marie Haug: | Broen skal bygges.',
    'what is no sentence after a colon': 'Hun har to mål: bro og vei.',
    'a colon in a title': 'Han leste «Broen: En historie» i går.',
    'a label': 'Bakgrunn: Kari Berg er ordfører. | Foto: Ola Dahl.',
    'a label before a sentence': 'Kari Berg: Det er feil. | Dahl: | – Nei.',
    'a dateline': 'OSLO (NTB): Broen er ferdig.',
    'a cross-reference within a paragraph': 'Broen er ferdig. | Les også: Veien er stengt.',
    'reports by their newer names': 'Se Meld. St. 4 (2012–2013) og Dok. 8. | Slutt.',
    'a colon before a bracket': 'Hun svarte: (Latter) Nei.',
    'a colon in a time': 'Det var 10:30 da.',
    'a question in quotes that goes on': '«Hvem betaler?» spurte hun. | «Staten!» svarte han.',
    'sentences within quotes': '«Det er dyrt. | Vi betaler», sier hun.',
    'nested quotes': '«Han ropte “Stans!” til meg», sier hun. | «“Nei!” sa jeg.»',
    'a quote after a quote': 'Hun sa «nei». | «Aldri», la hun til.',
    'straight quotes': 'Hun sa: | "Det er dyrt." | Så gikk hun. | "Kanskje", sa han.',
    'quotes set apart by spaces': 'Boken " Broen " er ny. | Den er " god. " | Den er lang.',
    'guillemets set apart by spaces': 'Han ropte « Stans! » | Hun stanset. | Han sa « ja. » og gikk.',
    'an ellipsis that goes on': 'Det er … kanskje … dyrt. | Ja … | Nei.',
    'an ellipsis that begins': '… men hvem betaler? | – … ingen. | Nei.',
    'an ellipsis of two dots': 'Kanskje. | ..Men nei. .. men jo.',
    'a cut in a quotation': 'Hun skrev at «bro [...] er dyrt (...) å bygge».',
    'a mark in brackets': 'Den billige (!) broen er ferdig. | Er den (?) Norges lengste?',
    'brackets within a sentence': 'Broen (fra 1997, jf. s. 4.) er stengt.',
    'brackets around a sentence': 'Broen er stengt. | (Saken oppdateres.) | Veien er åpen.',
    'the number of an item': '1. Bro. | 2. Vei.',
    'the number of a section': '3.2. Om broen.',
    'a section': '§ 5. Om broen.',
    'a chapter': 'Kap. 4. Om broen. | Vi bygger 4. | Det er nok.',
    'an age in brackets': 'Han heter Ola (43). | Hun heter Kari (41).',
    emoji: 'Så fint! 😀👍🏽 | Vi gleder oss.',
    'emoji without spaces': 'Så fint!❤️ | Vi gleder oss.😀 | Ja.',
    'an emoticon': 'Så fint. :-) | Vi gleder oss.',
    'stops set apart': 'Hva . . . | Nei.',
    'two kinds of stops': 'Hva?! | Nei!!! | Jo …',
    'a capital from afar': 'Han kom. | Ærlig talt. | Édith kom.',
    'letters without case': 'Han sa ja. | 平和 er et ord.',
    'a comma after a stop': 'Hun sa nei. , og gikk.',
    'a symbol': 'Det er slutt. | * Ny sak.',
    'words that are spelled':
      'Hun er på tv. | Politiet så det. | Han fikk en sms. | Berg har gps og pc. | Norge vant vm. | Dahl jublet.',
    'an amount before a name': 'Det koster 5 mill. | Politiet betaler 3 mill. NOK. | Hun tok 4 stk. | Dahl tok 5 pst.',
    'marks of notes':
      'Det er slutt.[1] | Politiet kom.² | Berg dro.* | Dahl sa «nei».[2][3] | Hun gikk.† | Han ble. [4] | Slutt.',
    'no marks of notes': 'Han skrev [ja] og 3.*4 og a.[b. | Nei.',
    'characters that nobody sees': 'Det er slutt.\u200B | Politiet kom.\u2060 | Berg dro. | \u200BDahl ble.',
    'numbers after abbreviations': 'Se no. 5, Sec. 12 og Rv. 7. | Kjør Fv. 12 hjem.',
  });

  check('nn', {
    'plain sentences': 'Brua er ferdig. | Ho opnar i dag. | Kven kjem?',
    abbreviations: 'Ho møtte t.d. Kari Berg, m.a. om jf. kap. 7.2.4.5. | Dei er samde.',
    speech: '– Vi må byggja, seier Berg. | – Kvifor det? spør Dahl.',
    'a date': 'Frå 3. juli går båten. | 27. februar stod gruppa på scena.',
    'a word for now': 'Ho er her no. | 20 andre kom.',
    'junior and senior': 'Både Bush sr. og jr. var der.',
  });

  check('en', {
    'plain sentences': 'The bridge is done. | It opens today! | Who comes?',
    'titles and initials': 'Mr. Berg met Dr. J. K. Dahl. | They agreed.',
    'a country': 'He works for the U.S. Department of Energy. | She lives in the U.S. | It is big.',
    'a company': 'Smith & Co. Ltd. said no. | He left Apple Inc. | It is big.',
    'times and dates': 'We met at 5 p.m. on Nov. 5. | He came at 10 a.m. | We left.',
    numbers: 'See p. 5 and No. 4. | It costs $3.50. | No. | I see.',
    'curly quotes': '“Is it true?” she asked. | “Yes.” | “It is.”',
    contractions: "They said they didn't. | They’re right.",
    'lower case': 'i like it. | it is good! | really? | yes',
    'a list that ends': 'Cats, dogs, etc. are pets. | We like cats, dogs, etc. | They like us.',
    'a name with a mark': 'Yahoo! is old. | He likes Yahoo! | She does not.',
    'a product in lower case': 'Sales fell. | iPhone users wept.',
    'an ellipsis': 'Wait... what? | Well... | Yes.',
    'an ellipsis with spaces': 'Wait . . . what? | Well . . . | Yes.',
    'an omission in brackets': 'They wrote "it is [...] good [...]" (Berg 5). | They wrote [...] | They left.',
    'a citation': 'Berg et al. (2019) say so.',
    'a colon': 'She said: "We will win." | They lost.',
    'a bracket after an abbreviation': 'It is made by Dahl Inc. (Oslo).',
    'a numbered list': '1. Open the door. | 2. Close it.',
    'a year before lower case': 'It was in 1997. | then it rained.',
    'a state and a word': 'He is ill. | Doctors know. | He is from Mass. Avenue.',
    'numbers after abbreviations': 'See no. 5, Sec. 12, Rv. 7 and Rte. 66. | Go.',
    'a time before lower case': 'It was 6 a.m. the man said. | He left.',
    'a letter': 'I like vitamin C. | 20 people do.',
    'a lower-case letter before a number': 'It is on p. 5 and in l. 9.',
  });

  it.each<[BlockKind, string, number]>([
    ['heading', 'Hva nå? Ingen vet.', 1],
    ['aside', 'Les også: Hva nå? Ingen vet.', 1],
    ['aside', 'Dette er saken. Den er lang.', 2],
    ['listItem', 'Bro. Vei.', 2],
    ['quote', 'Vi må bygge. Nå.', 2],
  ])('cuts a %s: %s', (kind, text, sentences) => {
    expect(cut(text, 'nb', wholeBlock(text, kind))).toHaveLength(sentences);
  });

  it('names the block, counts sentences through the text and counts code points', () => {
    const text = '😀 En. To.\n  \nTre.';
    expect(
      segment(
        text,
        [
          { kind: 'paragraph', start: 0, end: 9 },
          { kind: 'paragraph', start: 9, end: 12 },
          { kind: 'paragraph', start: 13, end: 17 },
        ],
        'nb',
      ),
    ).toEqual([
      { index: 0, block: 0, start: 0, end: 5 },
      { index: 1, block: 0, start: 6, end: 9 },
      { index: 2, block: 2, start: 13, end: 17 },
    ]);
  });
});

describe('segment, whatever the text', () => {
  const parts = [
    '.',
    '!',
    '?',
    '…',
    '...',
    ':',
    ' ',
    ' ',
    '\n',
    '"',
    '«',
    '»',
    '“',
    '”',
    '(',
    ')',
    '[',
    '- ',
    '–',
    'A',
    'Det',
    'han',
    'bl.a',
    'kl',
    'J',
    '24',
    '7',
    'mai',
    '😀',
    ':)',
    '\u0301',
    '\u00A0',
    '§',
    "'s",
    '\u2028',
    'm',
    'nr',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((chosen) => chosen.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );

  it('covers every character but white space, in order, never across blocks, without white space around', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('nb', 'nn', 'en'), (raw, language) => {
        const chars = [...raw];
        const blocks = blocksOfPlainText(raw);
        let last = 0;
        segment(raw, blocks, language).forEach(({ index, block, start, end }, i) => {
          expect(index).toBe(i);
          expect(chars.slice(last, start).join('').trim()).toBe('');
          const sentence = chars.slice(start, end).join('');
          expect(sentence).not.toBe('');
          expect(sentence.trim()).toBe(sentence);
          expect(start).toBeGreaterThanOrEqual(blocks[block]!.start);
          expect(end).toBeLessThanOrEqual(blocks[block]!.end);
          last = end;
        });
        expect(chars.slice(last).join('').trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'a',
    '.',
    '. ',
    '"',
    '" ',
    '«',
    '( ',
    '- ',
    ': ',
    '…',
    ' ',
    '1. ',
    'A. ',
    '😀',
    '. 😀',
    '." ',
    '.(',
    '\u0301',
    '. - ',
    ':) ',
    '. :) ',
    '!» ',
    "'",
    '. «',
  ])('takes linear time on a long run of %j', (unit) => {
    const hostile = unit.repeat(Math.floor(2 ** 18 / unit.length));
    // Quadratic time would take far longer; the limit is wide, since the machine may be busy.
    const started = performance.now();
    segment(hostile, [{ kind: 'paragraph', start: 0, end: hostile.length }], 'nb');
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
