import { isOldSpeech } from '@belegg/domain';
import { Marked, type Tokens } from 'marked';
import { Script } from 'node:vm';
import { beginsWithMonth } from './dates-in-lists';
import { escapeHtml } from './escape-html';
import { dialects } from './markdown-dialects';
import { takeOutNotes } from './markdown-notes';
import { tooTangled } from './refusals';

/** Milliseconds. A text of 1 MiB takes some 200; what takes longer was made to. */
const limit = 3_000;

const itemMark = /^\s*(?:(\d+)[.)]|([-*+]))(?=\s)/;
const parser = new Marked(dialects, {
  renderer: {
    code: ({ text, lang = '' }) =>
      `${lang === '' ? '' : `<title>${escapeHtml(lang)}</title>`}<pre>${escapeHtml(text)}\n</pre>`,
    list(list) {
      const marks = list.items.map(({ raw }) => itemMark.exec(raw));
      const written = isList(list, marks)
        ? undefined
        : marks.map((mark) => (mark?.[1] === undefined ? mark?.[2] : mark[0].trim()));
      const tag = isProse(list, marks) ? 'div' : 'li';
      return list.items
        .map((item, index) => {
          const mark = written?.[index];
          // The mark goes into the first words of the item, wherever these are nested.
          const html = this.parser.parse(item.tokens);
          const text = mark === undefined ? html : html.replace(/^((?:<p>)?)/, `$1${escapeHtml(mark)} `);
          return `<${tag}>${text}</${tag}>`;
        })
        .join('');
    },
  },
});

const isDate = ({ raw }: Tokens.ListItem): boolean => beginsWithMonth(raw.replace(itemMark, ''));

/** Whether the numbers before the items are no more than their order: from 0 or 1, up by one or all the same. */
function isList({ items, ordered }: Tokens.List, marks: readonly (RegExpExecArray | null)[]): boolean {
  if (!ordered) return !isSpeech(items, marks);
  const numbers = marks.map((mark) => Number(mark?.[1]));
  const [first = 0] = numbers;
  const counts = numbers.every((number, index) => number === first + index) || numbers.every((number) => number === 1);
  return items.length > 1 && counts && first <= 1 && !items.some(isDate);
}

/** "24. november kom han." and "- Det er feil, sier Hansen.": text that Markdown takes for a list. */
function isProse({ items, ordered }: Tokens.List, marks: readonly (RegExpExecArray | null)[]): boolean {
  return ordered
    ? items.length === 1 || items.some((item) => isDate(item) || Number(itemMark.exec(item.raw)?.[1]) > 99)
    : isSpeech(items, marks);
}

function isSpeech(items: readonly Tokens.ListItem[], marks: readonly (RegExpExecArray | null)[]): boolean {
  return marks.every((mark) => mark?.[2] === '-') && items.some(({ raw }) => items.length === 1 || isOldSpeech(raw));
}

/**
 * Markdown (GitHub's flavour) as HTML, with the HTML that stands in it: still to be sanitized. Notes stand behind the
 * text, each with its mark. A number before an item stays where it is more than a place in a list.
 * @throws ProblemError `invalid` when it is nested beyond the stack, or would take too long: marked backtracks on
 * series of asterisks and brackets, and only a script can be stopped from outside
 */
export function htmlOfMarkdown(markdown: string): string {
  let html = '';
  try {
    new Script('parse()').runInNewContext(
      {
        parse: () => {
          const { body, notes } = takeOutNotes(markdown);
          const parse = (text: string): string => parser.parse(text, { async: false });
          html = parse(body) + notes.map((note) => `<aside>${parse(note)}</aside>`).join('');
        },
      },
      { timeout: limit },
    );
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw tooTangled();
    throw error;
  }
  return html;
}
