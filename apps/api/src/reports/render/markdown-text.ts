/** What would end a line. */
const lineEnds = /[\r\n\v\f\u0085\u2028\u2029]+/g;
const wordSign = /[\p{L}\p{N}]/u;
const space = /\s/;

/** What GFM makes a link of by itself; backslashes in it would show. */
const address = /(?:https?:\/\/|www\.)\S+/gi;

/**
 * Text within a line of Markdown that shows it as it stands. Only signs that would be taken for something are escaped:
 * no full stop after a number within a sentence, no underscore within a word.
 */
export function inlineText(text: string): string {
  const line = text.replace(lineEnds, ' ').replace(/^[ \t]+|[ \t]+$/g, '');
  let escaped = '';
  let from = 0;
  for (const { 0: found, index } of line.matchAll(address)) {
    const within = escapeSigns(line, index, index + found.length);
    // An address that needs escapes is no link, so that they are read.
    escaped += escapeSigns(line, from, index);
    escaped += within === found ? found : within.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
    from = index + found.length;
  }
  return escaped + escapeSigns(line, from, line.length);
}

/** As `inlineText`, at the start of a line, where a number, a dash or a sign of a heading begins something. */
export function lineOfText(text: string): string {
  const line = inlineText(text);
  const [, number, sign = ''] = /^(\d{1,9})([.)])(?=\s|$)/.exec(line) ?? [];
  if (number !== undefined) return `${number}\\${sign}${line.slice(number.length + 1)}`;
  if (/^(?:[-+](?:\s|$)|#{1,6}(?:\s|$)|>|-{2,}|={1,}\s*$|:|%)/.test(line)) return `\\${line}`;
  return line;
}

/** Text of a heading: signs at its end would be taken for the heading's own. */
export const headingText = (text: string): string => inlineText(text).replace(/(?<=^|\s)#+\s*$/, '\\$&');

/** Escapes in a stretch of a line, with regard to what stands around it. */
function escapeSigns(line: string, start: number, end: number): string {
  let escaped = '';
  for (let at = start; at < end; at++) escaped += isMark(line, at) ? `\\${line.charAt(at)}` : line.charAt(at);
  return escaped;
}

const punctuation = /[!-/:-@[-`{-~]/;

/** Whether a sign would be taken for Markdown. */
function isMark(line: string, at: number): boolean {
  const [before, sign, after] = [line.charAt(at - 1), line.charAt(at), line.charAt(at + 1)];
  const rest = line.slice(at + 1, at + 40);
  switch (sign) {
    case '\\':
      return after === '' || punctuation.test(after);
    case '`':
      return true;
    case '*':
    case '~':
      return !isFree(before, after);
    case '_':
      return !isFree(before, after) && !(wordSign.test(before) && wordSign.test(after));
    case '[':
      return line.includes(']', at);
    case '<':
      return /^[a-z/!?]/i.test(rest);
    case '^':
      return line.indexOf('^') !== line.lastIndexOf('^');
    case '{':
      return /^(?:\+\+|--|~|=|>)/.test(rest);
    case '&':
      return /^(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(rest);
    default:
      return false;
  }
}

/** Between spaces a sign opens and closes nothing. */
const isFree = (before: string, after: string): boolean => space.test(before) && space.test(after);
