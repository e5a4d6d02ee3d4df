import type { NewArticle } from '@belegg/contract';

export type Format = NewArticle['format'];

const html = /^\s*(?:<!doctype html|<html\b)|<\/(?:p|h[1-6]|div|article|blockquote|li)>/i;
const markdown = /^(?:#{1,6} \S|> \S|[-*] \S)|\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)|\*\*[^*\n]+\*\*/m;
const byExtension: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
};

/** What a text seems to be written in: its file's name tells, or else its signs. */
export function detectFormat(content: string, fileName = ''): Format {
  const told = byExtension[/\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  if (told) return told;
  if (html.test(content)) return 'html';
  return markdown.test(content) ? 'markdown' : 'text';
}
