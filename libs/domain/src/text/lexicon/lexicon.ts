/** What the segmenter knows of a language. Words are in lower case, abbreviations without their last stop. */
export interface Lexicon {
  /** Abbreviations that lead on to what follows them and so never end a sentence: "f.eks.", "Dr.". */
  readonly leading: ReadonlySet<string>;
  /** Words and abbreviations that lead on only to a number: "nr. 4", "s. 12". */
  readonly numbering: ReadonlySet<string>;
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
  /** Labels that belong to what their colon introduces: "Foto: ...". */
  readonly labels: ReadonlySet<string>;
  /** Whether "24." is how one writes an ordinal. */
  readonly ordinalStop: boolean;
  /** Whether a sentence may begin in lower case, as careless writing does, and an unknown word before the stop is no abbreviation. */
  readonly lowerCaseStart: boolean;
  /** Whether the sentence that a colon introduces stands on its own. */
  readonly colonEnds: boolean;
}

/** A set of words from a text that lists them. */
export function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/u)).filter((word) => word !== ''));
}
