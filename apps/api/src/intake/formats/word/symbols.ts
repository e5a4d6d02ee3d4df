/** What the characters of the font Symbol are, from 0x20 and from 0xA0 on (Unicode's mapping of Adobe's encoding). */
const low = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const high = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊';

const isSymbol = (font: string | undefined): boolean => font?.toLowerCase() === 'symbol';

/** Word keeps what a font of symbols shows in a private area of Unicode. */
const privateArea = 0xf000;

/**
 * What a character of a font shows, as Unicode has it.
 * @param code as the file gives it, with or without the private area
 * @returns nothing for the private characters of fonts other than Symbol
 */
export function characterOf(font: string | undefined, code: number): string | undefined {
  const isPrivate = code >= privateArea && code <= privateArea + 0xff;
  const own = isPrivate ? code - privateArea : code;
  if (isSymbol(font) && own <= 0xff) return [...(own < 0xa0 ? low : high)][own - (own < 0xa0 ? 0x20 : 0xa0)];
  return isPrivate ? undefined : String.fromCodePoint(code);
}

/** Text that is set in a font, with the characters of Symbol as Unicode has them. */
export const unsymbolized = (font: string | undefined, text: string): string =>
  isSymbol(font) ? text.replace(/[\uF000-\uF0FF]/g, (sign) => characterOf(font, sign.charCodeAt(0)) ?? sign) : text;
