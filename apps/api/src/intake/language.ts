import type { Language } from '@belegg/domain';
import { francAll } from 'franc';

/** What a text seems to be written in. */
export interface DetectedLanguage {
  /** A BCP 47 tag: "nb", "da", "de"; "und" where nothing tells. */
  readonly seen: string;
  /** The nearest of the languages that sentences are cut in. */
  readonly language: Language;
}

type Known = Language | 'da' | 'sv';
const known = ['nb', 'nn', 'en', 'da', 'sv'] as const satisfies readonly Known[];
const codes: Readonly<Record<string, Known>> = { nob: 'nb', nno: 'nn', eng: 'en', dan: 'da', swe: 'sv' };

/**
 * Everyday words of each language. Those that stand in several lists count for all of these alike, and so for none
 * against another.
 */
const everyday = listed({
  nb: `alle annet at av bare ble blir bli blitt da de dem den denne deres det dette du eller en er et etter for fordi forteller fra før gjennom gjør ha han
    har hennes hun hva hvem hver hvert hvilke hvis hvor hvordan hvorfor i ikke ingen jeg kan kommer kunne man mange med meg mellom men mener mer mot mye må når
    noe noen nå og også om opp over på sa se seg selv si siden sier sin skal skulle som så til tilbake under uke uten ut var ved vi vil ville vært være år`,
  nn: `alle anna at av berre blir blei bli blitt da dei dei deira den denne det dette du då eg eit ei ein eller er etter ettersom for fordi fortel frå før
    gjennom gjer ha han har hennar henne ho i ikkje ingen kan kjem korleis kor kunne kva kvar kvart kven kvifor man mange med meg meiner meir mellom men mot
    mykje må når no noko nokon nokre og også om opp over på sa seg seier seie sidan sin sjå sjølv skal skulle som så til tilbake under uten utan ut vart var
    vore ved veke vere vera vert verte vi vil ville viss år bruk saka meinar fleire`,
  en: `a about after all also an and are as at be because been before but by can could did do for from had has have he her him his how i if in into is it its
    like more my not of on one or our out over said she should since so some than that the their them then there these they this to two under until up was we
    were what when where which while who why will with would you your`,
  da: `af alle at bliver blev blevet da de dem den denne deres det dette du efter eller en end er et for fordi fra først få gør ha han har hendes hun hvad
    hvem hver hvis hvor hvordan hvorfor i ikke ingen jeg kan kommer kun kunne man mange med meget mellem men mener mere mig mod må når nogen noget nogle nu
    og også om op over på sagde sammen selv sidste sig siger siden sin skal skulle som sådan så til tilbage uden ud uge under var ved vi vil ville være
    været år børn`,
  sv: `alla andra att av bara blev blir dem den denna deras det dessa detta du där då efter eller en ett finns från för ha han har hennes hon hur i inga inte
    jag kan kommer kunde man med mellan men mer mot mycket måste några något när nu och också om på sa sade sedan ska sig sin skulle som så säger till under
    upp ut utan vad var varför vara vem vi vid vill än är år över`,
});

/** How words of one language end, or are spelled, that the others write otherwise. */
const spellings: readonly (readonly [Known, RegExp])[] = [
  ['nn', /..(?:ane|inga|ingar|leg|lege|heit|heita|skapen|ande|ast|ar|dde)$|^kv|^(?:ikkje|hjå)/u],
  ['nb', /..(?:ene|ingen|inger|lig|lige|het|heten|heter|ende|else|er|ede)$|^hv/u],
  ['da', /..(?:ene|ingen|inger|lig|lige|hed|heden|ende|else|er|ede)$|^hv|aa|[^aeiou]dt$/u],
  ['sv', /[äö]|..(?:het|ade|ning|orna|arna|iska)$/u],
  ['en', /..(?:ing|tion|ed|ly|ous|ies|ness)$|th|wh|'s$/u],
];

/**
 * What the spellings and the trigrams weigh beside the rate of everyday words, and the start that Bokmål has; tuned on
 * news.
 */
const spellingWeight = 0.35;
const trigramWeight = 0.6;
const startOfBokmål = 0.02;
/** The start in words, which counts in short texts. */
const startInWords = 0.12;
/**
 * What Danish and Swedish have to show more than Norwegian, which is what an article is in until it shows otherwise.
 */
const startBehind = 0.1;
/** A text of another language holds few everyday words of ours. */
const hardlyAny = 0.3;
/** Letters that none of ours has, and in how many words they may stand as names do. */
const foreignLetter = /[þðđšžčŋŧłńśźżąęßñãõőűřěůğış]/u;
/** Languages that franc does not know, by letters that they alone have here. */
const byLetter: readonly (readonly [string, RegExp])[] = [
  ['is', /þ/u],
  ['se', /[đŧŋ]/u],
];
const mostForeign = 0.15;
/** Words, fewer of which say nothing of other languages. */
const fewWords = 10;
/** Languages in which text may come to a newsroom; trigrams tell many small ones apart from no other. */
const others =
  `arb ben bul cat ces cmn deu ell est fin fra heb hin hrv hun isl ita jpn kor lav lit nld pes pol por ron rus
  slk som spa sqi srp swh tam tha tur ukr urd vie`.split(/\s+/u);
/** Code units that are looked at: enough to be sure. */
const sample = 20_000;

/** The language of a text: the rates of its everyday words, how its words are spelled, and trigrams (franc). */
export function detectLanguage(text: string): DetectedLanguage {
  const start = text.slice(0, sample);
  const words = start.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length === 0) return { seen: 'und', language: 'nb' };
  const rates = { nb: 0, nn: 0, en: 0, da: 0, sv: 0 };
  const spelled = { ...rates };
  for (const word of words) {
    const own = everyday.get(word);
    for (const language of own ?? []) rates[language] += 1 / words.length;
    for (const [language, pattern] of own ? [] : spellings)
      if (pattern.test(word)) spelled[language] += 1 / words.length;
  }
  const best = Math.max(...Object.values(rates));
  const foreign = words.filter((word) => foreignLetter.test(word)).length > mostForeign * words.length;
  const other = foreign
    ? (byLetter.find(([, letters]) => words.some((word) => letters.test(word)))?.[0] ?? otherLanguage(start, others))
    : best < hardlyAny
      ? otherLanguage(start, [...others, ...Object.keys(codes)])
      : undefined;
  if (other !== undefined && words.length >= fewWords) return { seen: other, language: 'en' };
  const scores = Object.fromEntries(
    known.map((language) => [language, rates[language] + spelled[language] * spellingWeight]),
  ) as Record<Known, number>;
  scores.nb += startOfBokmål + startInWords / words.length;
  scores.da -= startBehind;
  scores.sv -= startBehind;
  for (const [code, trigrams] of francAll(start, { only: Object.keys(codes), minLength: 1 })) {
    const language = codes[code];
    if (language) scores[language] += trigrams * trigramWeight;
  }
  const [seen = 'nb'] = known.toSorted((a, b) => scores[b] - scores[a]);
  return { seen, language: seen === 'da' || seen === 'sv' ? 'nb' : seen };
}

/** A language of `among` that is none of the known ones, by script and trigrams. */
function otherLanguage(text: string, among: readonly string[]): string | undefined {
  const code = francAll(text, { only: [...among] })[0]?.[0] ?? 'und';
  return code === 'und' || code in codes ? undefined : new Intl.Locale(code).language;
}

function listed(lists: Readonly<Record<Known, string>>): ReadonlyMap<string, readonly Known[]> {
  const languagesOf = new Map<string, Known[]>();
  for (const language of known)
    for (const word of new Set(lists[language].split(/\s+/u)))
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
  return languagesOf;
}
