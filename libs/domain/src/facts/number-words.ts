/** Numbers that are written in letters, and the words that belong to them. */
export interface NumberWords {
  readonly spelled: ReadonlyMap<string, number>;
  /** Words for one, which are articles as well and count only before a measure. */
  readonly ones: ReadonlySet<string>;
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Bokmål and Nynorsk are read alike: a text in one of them quotes the other. */
export const norwegianNumbers: NumberWords = {
  spelled: new Map([
    ...numbered(
      2,
      'to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue',
    ),
    ...numbered(7, 'syv'),
    ...numbered(17, 'søtten'),
    ...numbered(20, 'tyve'),
    ...tens('tretti førti femti seksti sytti åtti nitti'),
    ['halvparten', 0.5],
  ]),
  ones: new Set('en et ett én ei ein eitt éin'.split(' ')),
  ordinals: new Map([
    ...numbered(1, 'første andre tredje fjerde femte sjette sjuende åttende niende tiende'),
    ...numbered(1, 'fyrste andre tredje fjerde femte sjette sjuande åttande niande tiande'),
    ['syvende', 7],
    ['annen', 2],
  ]),
};

export const englishNumbers: NumberWords = {
  spelled: new Map([
    ...numbered(2, 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'),
    ...numbered(17, 'seventeen eighteen nineteen twenty'),
    ...tens('thirty forty fifty sixty seventy eighty ninety'),
    ['half', 0.5],
  ]),
  ones: new Set(['one', 'a', 'an']),
  ordinals: new Map(numbered(1, 'first second third fourth fifth sixth seventh eighth ninth tenth')),
};

export const scales: ReadonlyMap<string, number> = new Map([
  ...same(100, 'hundre hundred'),
  ...same(1e3, 'tusen thousand k'),
  ...same(1e6, 'million millioner millionar millions mill m mn'),
  ...same(1e9, 'milliard milliarder milliardar billion billions mrd bn'),
]);

export const fractions: ReadonlyMap<string, number> = new Map([
  ...same(1 / 3, 'tredjedel tredjedeler tredel tredeler tredelar third thirds'),
  ...same(1 / 4, 'fjerdedel fjerdedeler fjerdedelar firedel firedelar quarter quarters'),
  ...same(1 / 5, 'femtedel femtedeler femtedelar femdel femdelar fifth fifths'),
  ...same(1 / 10, 'tidel tideler tidelar tiendedel tenth tenths'),
]);

function numbered(from: number, words: string): [string, number][] {
  return counted(words).map(([word, index]) => [word, from + index]);
}

function tens(words: string): [string, number][] {
  return counted(words).map(([word, index]) => [word, 30 + index * 10]);
}

function counted(words: string): [string, number][] {
  return words.split(' ').map((word, index) => [word, index]);
}

function same(value: number, words: string): [string, number][] {
  return words.split(' ').map((word) => [word, value]);
}
