const closing: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“', '"': '"', '”': '”' };
const says =
  /^, (?:sier|sa|seier|skriver|skriv|skrev|skreiv|forteller|fortel|fortalte|mener|meiner|svarer|svarar|forklarer|forklarar|legger|legg|tilføyer|heter|heiter|melder)(?!\p{L})/u;

/** Quotations of a sentence in UTF-16 units, with their marks: between marks, or after the dash of direct speech. */
export function quotationsIn(sentence: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const speech = /^\s*(?=[-–—] )/u.exec(sentence);
  let from = 0;
  if (speech) {
    const start = speech[0].length;
    from = endOfSpeech(sentence, start);
    found.push({ start, end: from });
  }
  for (let unit = from; unit < sentence.length; unit++) {
    const close = closing[sentence.charAt(unit)];
    if (close === undefined) continue;
    const at = sentence.indexOf(close, unit + 1);
    const end = at < 0 ? sentence.length : at + 1;
    found.push({ start: unit, end });
    unit = end - 1;
  }
  return found;
}

/** Direct speech ends where it is said who speaks, else with the sentence. */
function endOfSpeech(sentence: string, start: number): number {
  for (let comma = sentence.indexOf(', ', start); comma >= 0; comma = sentence.indexOf(', ', comma + 1)) {
    if (says.test(sentence.slice(comma, comma + 24))) return comma;
  }
  return sentence.trimEnd().length;
}
