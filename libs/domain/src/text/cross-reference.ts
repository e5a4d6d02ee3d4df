const words =
  /^[\s>»→(–•-]*(?:les (?:også|òg|mer|meir)|(?:se|sjå) (?:også|òg)|(?:read|see) also|read more)(?![\p{L}\p{N}])(.*)$/iu;
const endsSentence = /[.!?…]["”’»)]*\s*$/u;
const longestTeaser = 120;

/**
 * Whether a line only points elsewhere, as "Les også: ..." or "Read more" do. A full sentence that happens to begin
 * with those words ("See also how the law was changed in 2019.") is none, unless a colon follows them.
 */
export function isCrossReference(line: string): boolean {
  const rest = words.exec(line)?.[1];
  if (rest === undefined) return false;
  return /^\s*:/.test(rest) || (line.length <= longestTeaser && !endsSentence.test(rest));
}
