/**
 * Characters that cannot be seen, or that turn the direction of what stands around them, where a name shall be what it
 * looks like (Unicode UTS #39 and #55): controls, bidi controls and default-ignorables. Excepted is what writing needs:
 * joiners inside of scripts that join, and within emoji; variation selectors on Han and on emoji.
 */
const hidden = new RegExp(
  [
    String.raw`\p{Cc}`,
    String.raw`\p{Bidi_Control}`,
    String.raw`(?![\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}`,
    String.raw`(?<!${joinable()})\u200C`,
    String.raw`(?<!${joinable()}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D`,
    String.raw`\u200C(?!\p{L})`,
    String.raw`\u200D(?![\p{L}\p{Extended_Pictographic}])`,
    String.raw`(?<!\p{Script=Han}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[#*0-9](?=.\u20E3))[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  ].join('|'),
  'gu',
);

/** A letter or mark of a script in which letters join: none of those that stand apart, nor a mark of any script. */
function joinable(): string {
  const apart = ['Latin', 'Greek', 'Cyrillic', 'Hangul', 'Han', 'Hiragana', 'Katakana', 'Inherited', 'Common'];
  return String.raw`(?![${apart.map((script) => String.raw`\p{Script=${script}}`).join('')}])[\p{L}\p{M}]`;
}

/** Whether a line of text holds nothing hidden. */
export const isPlainlySeen = (line: string): boolean => line.search(hidden) < 0;

/** A line of text without what is hidden in it. */
export const withoutHidden = (line: string): string => line.replace(hidden, '');
