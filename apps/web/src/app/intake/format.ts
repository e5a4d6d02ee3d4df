import type { NewArticle } from '@belegg/contract';

export type Format = NewArticle['format'];

const html = /^\s*(?:<!doctype html|<html\b)|<\/(?:p|h[1-6]|div|article|blockquote|li)>/i;
const markdown = /^(?:#{1,6} \S|> \S|[-*] \S)|\[[^\]\n]+\]\(https?:\/\/[^)\s]+\)|\*\*[^*\n]+\*\*/m;

/** What a pasted or typed text seems to be written in. */
export function detectFormat(content: string): Format {
  if (html.test(content)) return 'html';
  return markdown.test(content) ? 'markdown' : 'text';
}
