/** Markdown as one line of plain words, for where there is no room to render it. */
export function excerpt(markdown: string): string {
  return markdown
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`+)(?=\S)(.+?)\1/gs, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gsu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
