/**
 * What the segmenter knows of a language. Abbreviations stand without their last stop. A word in lower case is meant in
 * any case, one with a capital only so: "Mass." is a state, "mass." a word that ends a sentence.
 */
export interface Lexicon {
  /** Abbreviations that lead on to what follows them and so never end a sentence: "f.eks.", "Dr.". */
  readonly leading: ReadonlySet<string>;
  /** Abbreviations that lead on only to a number: "s. 12", "No. 4". */
  readonly numbering: ReadonlySet<string>;
  /** The same, but words of their own as well, so that only a figure after them shows what they are: "no. 5". */
  readonly numberingWords: ReadonlySet<string>;
  /** Words without vowels that are no abbreviations to a full stop, since they are spelled when read: "tv", "sms". */
  readonly spelled: ReadonlySet<string>;
  /** Abbreviations for amounts, which end a sentence after a number as any unit may: "5 mill." */
  readonly amounts: ReadonlySet<string>;
  /** Names of money, in lower case, that go on after an amount even where they have capitals: "5 mill. NOK". */
  readonly currencies: ReadonlySet<string>;
  /** Abbreviations that end a sentence only if the next word is one that often begins one: "Inc.", "a.m.". */
  readonly either: ReadonlySet<string>;
  /** Abbreviations that often end a sentence: only lower case after them shows that they do not. "etc.", "osv.". */
  readonly final: ReadonlySet<string>;
  /** Words that begin sentences and are not names. */
  readonly starters: ReadonlySet<string>;
  /** Words in lower case that go on with a sentence after a name such as "Yahoo!". */
  readonly continuers: ReadonlySet<string>;
  /** Nouns that an ordinal counts even when they have a capital: "17. Mai". */
  readonly counted: ReadonlySet<string>;
  /** Nouns that a letter tells apart, so that the letter is no initial: "plan B". */
  readonly lettered: ReadonlySet<string>;
  /** Whether "24." is how one writes an ordinal. */
  readonly ordinalStop: boolean;
  /**
   * Whether a sentence may begin in lower case, as careless writing has it; else lower case shows that the stop ended
   * none.
   */
  readonly lowerCaseStart: boolean;
  /** Whether the sentence that a colon introduces stands on its own. */
  readonly colonEnds: boolean;
}

/** Whether a set has a token, whose lower-case form is `word`. */
export function lists(set: ReadonlySet<string>, token: string, word: string): boolean {
  return set.has(word) || set.has(token);
}

/** The set of the words of a text. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Spelled words that both languages have. */
export const spelled = `
  bh cd cds cnn css csv cv cvs dj djs dns dvd dvds gps gpt gsm hd hk hr html http https jpg lcd lng lp lpg mc mms mp mps ms nft nm nrk pc pcr pcs pdf
  pdfs phd ps rpg rss sms sql tb tnt tv tvs vg vhs vm vpn vr wc www xl xml`;

export const currencies = 'nok sek dkk isk eur euro usd gbp chf kroner dollar pund rubler yen'.split(' ');

export const none: ReadonlySet<string> = new Set();
