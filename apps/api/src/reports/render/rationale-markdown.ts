import { isModestMarkdown } from '@belegg/domain';
import { marked } from 'marked';
import { lineOfText } from './markdown-text';

/** Code, addresses between signs, and what would begin HTML. */
const parts = /(`+)(?!`)[^]*?(?<!`)\1(?!`)|<(?:https?|mailto):[^\s<>]*>|<(?=[a-z/!?])/gi;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * A rationale as part of a Markdown document: HTML in it is shown as text, and code that it does not end is ended, so
 * that it takes in nothing that comes after it. One that is beyond the bounds is shown as it was typed.
 */
export function rationaleMarkdown(rationale: string): string {
  if (!isModestMarkdown(rationale)) return lineOfText(rationale);
  const text = rationale.replace(parts, (part) => (part === '<' ? '\\<' : part)).trimEnd();
  const last = marked.lexer(text, { gfm: true, breaks: true }).at(-1);
  const begun = last?.type === 'code' ? fence.exec(last.raw)?.[1] : undefined;
  const isOpen = begun !== undefined && !last?.raw.trimEnd().endsWith(`\n${begun}`);
  return isOpen ? `${text}\n${begun}` : text;
}
